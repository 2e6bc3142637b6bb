/// An announcement as the start page tells it.
package struct WatchNews: Sendable, Equatable {
    /// RFC 3339.
    package var time: String
    package var service: String
    /// May hold anything that an engine or a configuration says.
    package var sentence: String
}
