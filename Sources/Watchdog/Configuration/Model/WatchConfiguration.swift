package import Watchdog

/// What `lab watch` is told to watch, and how; read from `watchdog.yaml`.
///
/// `docs/watch-configuration.md` has every key. Nothing in here is a secret: of secrets, only the place is known.
package struct WatchConfiguration: Sendable, Equatable {
    package var engine = EngineChoice()
    /// As written; see ``path(of:)``.
    package var journal = "./watchdog.sqlite"
    /// As written; see ``path(of:)``.
    package var artifacts = "./incidents"
    /// Where metrics and status are served; nil for nowhere.
    package var listen: ListenAddress? = .standard
    package var notify: [Notifier] = []
    /// In the order of the file.
    package var services: [ServiceSpec] = []
    /// Relative paths start here: the folder of the file, or the working directory for text.
    package var folder = "."

    package init() {}

    /// A path from the configuration, as it can be opened.
    package func path(of written: String) -> String {
        written.hasPrefix("/") || folder == "." ? written : folder + "/" + written
    }
}
