import ArgumentParser
import Doctor
import Foundation
import Incident

/// `lab doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Checks what the lab needs of this machine, and says what to install.",
        discussion: """
            Nothing is changed. A check that failed means that the lab cannot heal, and ends the command with exit \
            code 69; a warning means that part of it cannot be used. Where `lab` itself does not start, `make doctor` \
            in a checkout and `lab-doctor` of an installed lab tell why.
            """)

    @Option(
        help: ArgumentHelp(
            "A check whose warning counts as failed, such as engine. Repeatable.", valueName: "check"))
    var require: [CheckID] = []

    @Option(
        help: ArgumentHelp(
            "Where private copies are kept.",
            discussion: "Default: $LAB_WORK_DIR, else healing-lab in the user's cache directory."),
        completion: .directory)
    var workDir: String?

    @Option(
        help: ArgumentHelp(
            "The engine's unix socket.", discussion: "Default: $DOCKER_HOST, else /var/run/docker.sock."),
        completion: .file())
    var socket: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let probe = MachineProbe(work: CodeOptions.base(workDir), socket: socket)
        let examination = Examination(await probe.facts(), required: Set(require))
        if json {
            Console.result(try CanonicalJSON.encode(examination))
        } else {
            for check in examination.checks { show(check) }
            Console.result("\n" + Self.summary(examination))
        }
        if examination.outcome == .failed { throw VerdictExit(code: .unavailable) }
    }

    private func show(_ check: Check) {
        let (mark, paint): (String, Paint) =
            switch check.outcome {
            case .ok: ("✓", .good)
            case .warning: ("!", .caution)
            case .failed: ("✗", .bad)
            }
        let name = check.id.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)
        Console.result("\(mark.painted(paint)) \(name.painted(paint)) \(check.finding)")
        if let meaning = check.meaning { Console.result("            \(meaning)") }
        if let advice = check.advice { Console.result("            → \(advice)") }
    }

    private static func summary(_ examination: Examination) -> String {
        let counts = Check.Outcome.allCases.map { outcome in
            "\(examination.checks.count { $0.outcome == outcome }) \(outcome.rawValue)"
        }
        return counts.joined(separator: ", ")
    }
}

extension CheckID: ExpressibleByArgument {}
