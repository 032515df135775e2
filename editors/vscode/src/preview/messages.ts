// What the preview's page and the extension tell one another.

export interface Place {
  readonly line: number;
  readonly character: number;
}

export type ToPage =
  /** The article, as the server's HTML. */
  | { readonly type: "show"; readonly html: string; readonly cursor: Place | undefined; readonly uri: string }
  /** The cursor has moved in the editor. */
  | { readonly type: "cursor"; readonly cursor: Place }
  /** The card that was asked for, as HTML; none where nothing is known. */
  | { readonly type: "card"; readonly asked: number; readonly html: string | undefined };

export type FromPage =
  | { readonly type: "ready" }
  /** Somebody has clicked on words: the cursor goes there, and after a double click the keyboard does, too. */
  | { readonly type: "go"; readonly place: Place; readonly focus: boolean }
  /** The pointer rests on words. */
  | { readonly type: "hover"; readonly asked: number; readonly place: Place };
