/// A mark in the environment of every process of one run, which its descendants inherit.
///
/// A process that leaves its group with `setsid` can still be found by it.
struct RunMarker {
    static let variable = "HEALING_LAB_RUN"

    /// `<owner>:<nonce>`; unique to the run.
    let text: String

    init(owner: String) {
        text = Self.prefix(of: owner) + String(UInt64.random(in: .min ... .max), radix: 16)
    }

    /// What all marks of one owner begin with.
    static func prefix(of owner: String) -> String { owner + ":" }

    /// A lab may run inside a lab, for its own tests: the marks of the outer one must stay readable.
    func value(inherited: String?) -> String {
        [inherited, text].compactMap(\.self).joined(separator: "|")
    }
}
