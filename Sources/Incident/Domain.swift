/// The world a patient lives in.
package enum Domain: String, Codable, Sendable, CaseIterable {
    case code
    case container
}
