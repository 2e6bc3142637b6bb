import Foundation

/// A defect made by hand: a package, an edit, and tests of the original behaviour that the healer never sees.
struct BlindCase: Codable {
    var id: String
    var failureClass: String
    var package: String
    var testTarget: String
    var note: String

    enum CodingKeys: String, CodingKey {
        case id, package, testTarget, note
        case failureClass = "class"
    }

    /// All cases below a directory, sorted by class and id.
    static func all(in directory: String) throws -> [(folder: String, item: BlindCase)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        return try names.compactMap { name in
            let file = directory + "/" + name + "/case.json"
            guard let data = FileManager.default.contents(atPath: file) else { return nil }
            return (directory + "/" + name, try JSONDecoder().decode(BlindCase.self, from: data))
        }
    }
}
