/// A service as it was before a trial, and as it has to be after it.
struct Custody: Codable, Sendable, Equatable {
    static let fileName = "in-trial.json"

    /// The trial's case.
    var item: String
    /// Its name in the configuration.
    var service: String
    var container: String
    var id: String
    /// Content digest.
    var image: String
    /// The reference that the container was created with; empty where there is none.
    var reference: String
    /// The digest that the reference pointed to, which may be that of a newer image; nil where it is let be.
    var tagged: String?
}
