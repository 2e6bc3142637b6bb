package import Incident

/// One sign of failure that the evidence shows; each is named on its own.
package enum Symptom: Sendable {
    /// A process that ended by a trap or a signal.
    case crash(Crash)
    /// A process the lab ended; the report shows where it was, if it could still be asked.
    case hang(Crash)
    case issue(TestEvent)
    case compiler(CompilerMessage)
    /// A line of SwiftPM's, the linker's or the loader's own.
    case tool(String)
    /// Block of lines that ThreadSanitizer printed.
    case race([String])
    case nothingRan(String)
}

/// How a process died, put together from its last words, its backtrace and its signal.
package struct Crash: Sendable {
    /// Nil when the backtrace names a runtime failure: such a trap prints nothing, so the words are another's.
    package var message: TrapMessage?
    package var report: CrashReport?
    package var signal: Int32?
    /// The test that was running.
    package var test: TestEvent?

    init(message: TrapMessage?, report: CrashReport? = nil, signal: Int32? = nil, test: TestEvent? = nil) {
        self.report = report
        self.signal = signal
        self.test = test
        self.message = runtimeFailure == nil ? message : nil
    }

    /// `arithmetic overflow`, where the backtrace says `Swift runtime failure: …`.
    var runtimeFailure: String? {
        let marker = "Swift runtime failure: "
        let texts = [report?.description ?? ""] + (report?.frames.prefix(3).map(\.function) ?? [])
        for text in texts {
            if let range = text.firstRange(of: marker) { return String(text[range.upperBound...]) }
        }
        return nil
    }

    func calls(_ function: String) -> Bool {
        report?.frames.contains { $0.function.contains(function) } ?? false
    }
}

/// The last words of a trap, taken apart: `Swift/X.swift:9: Fatal error: Division by zero`.
package struct TrapMessage: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case fatalError = "Fatal error"
        case precondition = "Precondition failed"
        case assertion = "Assertion failed"
        /// Printed by the runtime in a form of its own.
        case runtime
    }

    package var kind: Kind
    /// Without the place and the kind; empty when there was no more.
    package var text: String
    /// `Module/File.swift`, or a path.
    package var file: String?
    package var line: Int?
    /// The line as it was printed.
    package var raw: String

    /// The standard library or a framework of the toolchain speaks, or the runtime, which names no file.
    var isFromLibrary: Bool {
        guard let file else { return true }
        guard let module = file.split(separator: "/").first, !file.hasPrefix("/") else { return false }
        return Self.libraries.contains(String(module))
    }

    private static let libraries: Set<String> = [
        "Swift", "_Concurrency", "_StringProcessing", "_RegexParser", "_Differentiation", "Synchronization",
        "Distributed", "Observation", "RegexBuilder", "Foundation", "FoundationEssentials",
        "FoundationNetworking",
        "FoundationInternationalization", "FoundationXML", "Dispatch", "Testing", "XCTest", "Glibc",
    ]
}
