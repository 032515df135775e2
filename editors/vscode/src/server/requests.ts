import type * as vscode from "vscode";
import {
  ExecuteCommandRequest,
  HoverRequest,
  ImplementationRequest,
  MarkupContent,
  SemanticTokensRequest,
  type LanguageClient,
  type Location,
  type Position,
  type Range,
  type SemanticTokens,
} from "vscode-languageclient/node";

export type Kind = "person" | "organization" | "place" | "event" | "work" | "product";
export type Certainty = "written" | "sure" | "likely" | "guess" | "unattributed";

export interface Quotation {
  readonly range: Range;
  /** Its words, on one line. */
  readonly text: string;
  readonly kind: "direct" | "partial" | "indirect" | "other";
  readonly certainty: Certainty;
  /** The words that name who says it. */
  readonly namedAt: Range | null;
}

/** Who says what; those quotations of which nothing tells who says them have a speaker without a name. */
export interface Speaker {
  readonly id: string | null;
  readonly name: string | null;
  readonly kind: Kind | null;
  /** The declaration, else where they are named first. */
  readonly location: Location | null;
  readonly quotations: readonly Quotation[];
}

export interface Entity {
  /** `null` where it cannot be chosen as a speaker. */
  readonly id: string | null;
  readonly name: string;
  /** All spellings, in any script. */
  readonly names: readonly string[];
  readonly kind: Kind | null;
  readonly role: string | null;
  readonly declared: boolean;
  readonly location: Location | null;
  readonly mentions: readonly Range[];
  readonly quotations: number;
}

export interface Statistics {
  /** How many quotations are speech. */
  readonly quotations: number;
  /** Of these, those whose speaker the markup gives. */
  readonly attributed: number;
  /** Of the others, those whose speaker the text names. */
  readonly inferred: number;
}

/** The server, for whoever asks it; its client comes and goes. */
export interface Answering {
  readonly client: LanguageClient | undefined;
}

/** What this extension asks of the server beyond what VS Code asks by itself. */
export class Requests {
  constructor(private readonly server: Answering) {}

  speakers(document: vscode.TextDocument): Promise<readonly Speaker[]> {
    return this.execute("isnad.speakers", document);
  }

  /** All entities, or those that a query finds by any of their names; those near the position first. */
  entities(
    document: vscode.TextDocument,
    asked: { readonly query?: string; readonly position?: vscode.Position },
    token?: vscode.CancellationToken,
  ): Promise<readonly Entity[]> {
    return this.execute("isnad.entities", document, asked, token);
  }

  statistics(document: vscode.TextDocument): Promise<Statistics> {
    return this.execute("isnad.statistics", document);
  }

  /** The article as safe HTML. */
  preview(document: vscode.TextDocument): Promise<string> {
    return this.execute("isnad.preview", document);
  }

  // What cannot be written is refused, with the reason in words for the user.

  /** Writes that an entity says the quotation at a position. */
  attribute(document: vscode.TextDocument, position: vscode.Position, id: string): Promise<boolean> {
    return this.execute("isnad.attribute", document, { position, id });
  }

  /** Writes that words name an entity. */
  mark(document: vscode.TextDocument, range: vscode.Range, id: string): Promise<boolean> {
    const { start, end } = range;
    return this.execute("isnad.mark", document, { range: { start, end }, id });
  }

  /** Writes the inferred speaker of the quotation at a position, or of all that are sure; whether there was any. */
  accept(document: vscode.TextDocument, position?: vscode.Position): Promise<boolean> {
    return this.execute("isnad.accept", document, position === undefined ? {} : { position });
  }

  /** Writes all that is sure of who says what; whether there was anything. */
  annotate(document: vscode.TextDocument): Promise<boolean> {
    return this.execute("isnad.annotate", document);
  }

  /** Everything that is said by whom the words at a place name or declare, in all articles. */
  async said(at: { readonly uri: string; readonly position: Position }): Promise<readonly Location[]> {
    const answer = await this.client().sendRequest(ImplementationRequest.type, {
      textDocument: { uri: at.uri },
      position: at.position,
    });
    const found = answer === null ? [] : Array.isArray(answer) ? answer : [answer];
    return found.map((place) =>
      "targetUri" in place ? { uri: place.targetUri, range: place.targetSelectionRange } : place,
    );
  }

  /** The card of what stands at a position, in Markdown. */
  async card(document: vscode.TextDocument, position: Position): Promise<string | undefined> {
    const answer = await this.client().sendRequest(HoverRequest.type, { textDocument: this.identifier(document), position });
    return MarkupContent.is(answer?.contents) ? answer.contents.value : undefined;
  }

  semanticTokens(document: vscode.TextDocument): Promise<SemanticTokens | null> {
    return this.client().sendRequest(SemanticTokensRequest.type, { textDocument: this.identifier(document) });
  }

  /** Sends one of the server's commands, whose only argument is an object with the document in it. */
  private execute<Answer>(
    command: string,
    document: vscode.TextDocument,
    more: object = {},
    token?: vscode.CancellationToken,
  ): Promise<Answer> {
    const params = { command, arguments: [{ ...this.identifier(document), ...more }] };
    return this.client().sendRequest(ExecuteCommandRequest.type, params, token) as Promise<Answer>;
  }

  private identifier(document: vscode.TextDocument): { uri: string } {
    return { uri: this.client().code2ProtocolConverter.asUri(document.uri) };
  }

  private client(): LanguageClient {
    if (this.server.client === undefined) {
      throw new Error("The server does not run. “Isnad: Show Log” tells why, “Isnad: Restart Server” tries again.");
    }
    return this.server.client;
  }
}
