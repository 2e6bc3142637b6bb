/// A mark in the environment of every process of one run, which its descendants inherit.
///
/// A process that leaves its group with `setsid` can still be found by it.
struct RunMarker {
    static let variable = "HEALING_LAB_RUN"

    /// `<owner>:<nonce>`; unique to the run, or to the owner's builds.
    let text: String

    /// - Parameter isBuild: SwiftPM reads a manifest anew whenever the environment differs, which costs half a second
    ///   a build; an owner has one build at a time, so all of them share a mark.
    init(owner: String, isBuild: Bool = false) {
        let nonce = isBuild ? "build" : String(UInt64.random(in: .min ... .max), radix: 16)
        text = Self.prefix(of: owner) + nonce
    }

    /// What all marks of one owner begin with.
    static func prefix(of owner: String) -> String { owner + ":" }

    /// A lab may run inside a lab, for its own tests: the marks of the outer one must stay readable.
    func value(inherited: String?) -> String {
        [inherited, text].compactMap(\.self).joined(separator: "|")
    }
}
