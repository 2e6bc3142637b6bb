import Foundation

/// A small package with one defect, and tests of what it should do that the healer never sees.
struct RepairCase: Codable {
    enum Kind: String, Codable {
        case repairable
        /// Its defect, if any, is one that its tests do not notice.
        case noFailingTest = "no_failing_test"
        /// Its repair is more than any small edit.
        case outside
    }

    var id: String
    var subject: String
    var kind: Kind
    /// The operator family of the reference repair.
    var family: String
    var symptom: String

    /// All cases below a directory, sorted by id.
    static func all(in directory: String) throws -> [(folder: String, item: RepairCase)] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted().compactMap { name in
            let folder = directory + "/" + name
            guard let data = FileManager.default.contents(atPath: folder + "/case.json") else { return nil }
            return (folder, try JSONDecoder().decode(RepairCase.self, from: data))
        }
    }
}
