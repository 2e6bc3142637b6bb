import Foundation
import Incident
import Rainbow

/// Where the lab's words go: results to standard output, all else to standard error.
enum Console {
    /// Whether live progress may overwrite its own line.
    static let isLive = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

    /// Colours on a terminal only, and never where `NO_COLOR` is set to anything (https://no-color.org).
    static let isColoured: Bool = {
        let variable = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
        return variable.isEmpty && isatty(STDOUT_FILENO) == 1
    }()

    static func result(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    static func result(_ data: Data) { try? FileHandle.standardOutput.write(contentsOf: data) }

    static func note(_ text: String) {
        clearLine()
        write(text + "\n", to: .standardError)
    }

    static func error(_ error: LabError) {
        clearLine()
        var text = "error: \(error.message)"
        if let underlying = error.underlying { text += " (\(describe(underlying)))" }
        if let hint = error.hint { text += "\n\(hint)" }
        write(text + "\n", to: .standardError)
    }

    /// A line that the next output replaces.
    static func progress(_ text: String) {
        guard isLive else { return }
        write("\u{1B}[2K\r" + String(text.prefix(100)), to: .standardError)
    }

    static func clearLine() {
        if isLive { write("\u{1B}[2K\r", to: .standardError) }
    }

    private static func describe(_ error: any Error) -> String {
        (error as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
            ?? error.localizedDescription
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// The colours of the lab's output, by what they say.
enum Paint {
    case good
    case bad
    case caution
    case name
    case faint
    case plain
}

extension String {
    /// Coloured where the terminal wants it.
    func painted(_ paint: Paint, bold: Bool = false) -> String {
        guard Console.isColoured else { return self }
        let text: String =
            switch paint {
            case .good: green
            case .bad: red
            case .caution: yellow
            case .name: cyan
            case .faint: lightBlack
            case .plain: self
            }
        return bold ? text.bold : text
    }
}
