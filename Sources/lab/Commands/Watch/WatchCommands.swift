import ArgumentParser

/// `lab watch`.
struct WatchCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract:
            "Watches over services: restarts what fails, and rolls its image back when that does not help.",
        discussion: """
            `lab watch init` writes an example configuration from the containers that run here; `lab watch --config \
            watchdog.yaml --dry-run` shows what the watchdog would do. `lab watch` alone is `lab watch run`, and takes \
            its options: --config, --dry-run, --json.
            """,
        subcommands: [
            WatchRunCommand.self, WatchCheckCommand.self, WatchInitCommand.self, WatchStatusCommand.self,
            WatchHistoryCommand.self, WatchPromoteCommand.self, WatchRollbackCommand.self,
            WatchResumeCommand.self,
        ],
        defaultSubcommand: WatchRunCommand.self)
}

/// Where the configuration is.
struct WatchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The configuration.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var config: String = "watchdog.yaml"
}
