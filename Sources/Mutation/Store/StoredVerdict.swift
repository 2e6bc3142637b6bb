import Incident

/// A verdict as the store keeps it: tests are numbers into a list that is kept once.
struct StoredVerdict: Codable, Sendable {
    var id: String
    var verdict: MutantVerdict
    var reason: String?
    var killedBy: [Int]
    var coveredBy: [Int]
    var nearestTest: Int?
    var milliseconds: Int

    private enum CodingKeys: String, CodingKey {
        case id, verdict, reason
        case killedBy = "killed_by"
        case coveredBy = "covered_by"
        case nearestTest = "nearest_test"
        case milliseconds
    }
}
