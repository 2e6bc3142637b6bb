import Foundation
import Incident

/// What a command may say of its work, as JSON in the file that `LAB_ANSWER` names. Nothing in it is believed to be a
/// heal: it fills the columns that no oracle can see.
package struct HealerAnswer: Codable, Sendable, Equatable {
    /// The failure's class, in the words of `lab faults --json`.
    package var diagnosis: String?
    package var candidatesTried: Int?

    enum CodingKeys: String, CodingKey {
        case diagnosis
        case candidatesTried = "candidates_tried"
    }

    /// Empty where there is no file, or none that can be read.
    static func read(_ path: String) -> HealerAnswer {
        FileManager.default.contents(atPath: path)
            .flatMap { try? CanonicalJSON.decode(HealerAnswer.self, from: $0) } ?? HealerAnswer()
    }
}
