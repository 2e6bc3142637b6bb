import ArgumentParser
import Incident

/// Which of a package's tests count.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only tests whose name, `Module.Suite/test`, has a match for this regular expression. Repeatable.",
            valueName: "regex"))
    var tests: [String] = []

    @Option(help: ArgumentHelp("No tests whose name has a match for this. Repeatable.", valueName: "regex"))
    var skipTests: [String] = []

    func scope() throws -> TestScope { try TestScope(tests: tests, skipped: skipTests) }
}
