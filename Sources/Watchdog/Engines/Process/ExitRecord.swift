/// `exit-<run>.json`: how a run ended. Written by its supervisor, or by an engine that found the supervisor gone.
struct ExitRecord: Sendable, Equatable, Codable {
    /// What an end was asked for with; an end that nobody asked for has none.
    enum Request: String, Sendable, Equatable, Codable {
        case stop
        case restart
        case signal
    }

    var asked: Request?
    var endedAt: Double
    /// 128 + n after signal n; nil when nobody was there to see it.
    var exitCode: Int?
    /// Error number for which the program could not be executed at all.
    var failure: Int32?
    var isOutOfMemory: Bool
    var run: Int
}
