/// A mark in the environment of every process of one run, which its descendants inherit.
///
/// A process that leaves its group with `setsid` can still be found by it.
struct RunMarker {
    static let variable = "HEALING_LAB_RUN"

    /// `<owner>:run`, the same each time: SwiftPM reads a manifest anew whenever the environment differs, which costs
    /// half a second a build. An owner runs one process after the other; where there is none, the mark is unique.
    let text: String

    init(owner: String) {
        let nonce = owner.isEmpty ? String(UInt64.random(in: .min ... .max), radix: 16) : "run"
        text = Self.prefix(of: owner) + nonce
    }

    /// What all marks of one owner begin with.
    static func prefix(of owner: String) -> String { owner + ":" }

    /// A lab may run inside a lab, for its own tests: the marks of the outer one must stay readable.
    func value(inherited: String?) -> String {
        [inherited, text].compactMap(\.self).joined(separator: "|")
    }
}
