import Foundation

/// Whether the toolchain links and runs a program that uses XCTest and Swift Testing.
enum TestsCheck {
    static func check(_ facts: MachineFacts) -> Check {
        switch facts.trial {
        case .passed(let duration):
            let seconds = duration.formatted(
                .units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 1)))
            return .ok(.tests, "a program with XCTest and Swift Testing was built and run in \(seconds)")
        case .untried:
            return .failed(
                .tests, "the building of tests could not be tried",
                meaning: "it is not known whether tests run here",
                advice: "mend the toolchain and the folder for temporary files first")
        case .failed(let words):
            return .failed(
                .tests, "a program with XCTest and Swift Testing could not be built and run: \(words)",
                meaning: "no test can run, so nothing can be healed",
                advice: advice(words, facts.installer))
        }
    }

    /// By what the complaint is about.
    private static func advice(_ words: String, _ installer: MachineFacts.Installer) -> String {
        let isAboutWriting = ["Permission denied", "Read-only", "No space left"].contains {
            words.contains($0)
        }
        if isAboutWriting {
            return
                "let this user write to what the message names; the compiler keeps its modules below the home directory"
        }
        guard installer == .apt else {
            return "install the whole toolchain with its testing libraries from https://www.swift.org/install"
        }
        return "install what the toolchain links with: \(installer.advice(["g++", "libc6-dev"]))"
    }
}
