//! Starts the server in Zed.

use zed_extension_api::{
    self as zed, Command, LanguageServerId, Result, Worktree, serde_json, settings::LspSettings,
};

struct Isnad;

impl zed::Extension for Isnad {
    fn new() -> Self {
        Isnad
    }

    /// The program that the user's settings name, else the one on the path of the project.
    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let named = LspSettings::for_worktree(id.as_ref(), worktree)?.binary;
        let (path, arguments, env) =
            named.map_or((None, None, None), |it| (it.path, it.arguments, it.env));
        let command = path.or_else(|| worktree.which("isnad")).ok_or(
            "isnad is not on the PATH; install it, or name it in the settings: lsp.isnad.binary.path",
        )?;
        let mut environment = worktree.shell_env();
        environment.extend(env.into_iter().flatten());
        Ok(Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["lsp".into()]),
            env: environment,
        })
    }

    /// The server asks for what stands under `isnad`, which in Zed is `lsp.isnad.settings`.
    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree)?.settings;
        Ok(settings.map(|settings| serde_json::json!({ "isnad": settings })))
    }
}

zed::register_extension!(Isnad);
