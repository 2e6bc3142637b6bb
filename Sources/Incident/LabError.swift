/// An error the lab reports to the person who ran it.
package struct LabError: Error, Sendable, CustomStringConvertible {
    package let code: ExitCode
    /// One or more sentences that name the flag, file or value at fault.
    package let message: String
    /// What to do about it; printed on a line of its own.
    package let hint: String?
    package let underlying: (any Error)?

    package init(_ code: ExitCode, _ message: String, hint: String? = nil, underlying: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    package var description: String {
        var text = message
        if let underlying { text += " (\(underlying))" }
        if let hint { text += "\n\(hint)" }
        return text
    }
}
