import Foundation
import Testing

/// What `lab watch` says to what cannot be right, and with which exit code.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct BadInputTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        /// Line, column and the beginning of what is said.
        var says: [String]
    }

    static let head = "version: 1\nengine: {kind: process, root: ./containers}\nservices:\n  web:\n"
    static let alive = "    liveness:\n      - http: http://127.0.0.1:8080/healthz\n"

    static let mistakes = [
        Mistake(
            testDescription: "a misspelt key", text: head + alive + "    intervall: 1s\n",
            says: ["watchdog.yaml:7:5: unknown key 'intervall', did you mean 'interval'?"]),
        Mistake(
            testDescription: "a bare number for a duration", text: head + "    interval: 5\n" + alive,
            says: ["watchdog.yaml:5:15: "]),
        Mistake(
            testDescription: "text for a number", text: head + "    failure_threshold: many\n" + alive,
            says: ["watchdog.yaml:5:24: "]),
        Mistake(
            testDescription: "a threshold of zero", text: head + "    failure_threshold: 0\n" + alive,
            says: ["watchdog.yaml:5:24: 'failure_threshold' must be from 1 to 1000, not '0'"]),
        Mistake(
            testDescription: "a list for a mapping", text: head + "    restart: [1, 2]\n" + alive,
            says: ["watchdog.yaml:5:14: "]),
        Mistake(
            testDescription: "more failures than looks",
            text: head + alive + "    flap: {failures: 9, of: 3}\n",
            says: ["watchdog.yaml:7:"]),
        Mistake(
            testDescription: "a verification too short for its looks",
            text: head + alive + "    interval: 10s\n    success_threshold: 5\n    verify: {limit: 5s}\n",
            says: ["watchdog.yaml:9:"]),
        Mistake(
            testDescription: "a wait that ends before it begins",
            text: head + alive + "    restart: {backoff: {initial: 1m, limit: 1s}}\n",
            says: ["watchdog.yaml:7:"]),
        Mistake(
            testDescription: "a service that depends on itself",
            text: head + alive + "    depends_on: [web]\n",
            says: ["watchdog.yaml:7:"]),
        Mistake(testDescription: "nothing to watch", text: "version: 1\n", says: ["'services'"]),
        Mistake(
            testDescription: "a later version", text: "version: 2\nservices: {}\n",
            says: ["watchdog.yaml:1:10: "]),
        Mistake(testDescription: "no YAML", text: "version: [1\n", says: ["watchdog.yaml:"]),
        Mistake(testDescription: "an empty file", text: "", says: ["watchdog.yaml"]),
        Mistake(
            testDescription: "two mistakes at once",
            text: head + alive + "    intervall: 1s\n    success_threshold: -1\n",
            says: ["watchdog.yaml:7:5: ", "watchdog.yaml:8:24: "]),
    ]

    @Test(arguments: mistakes)
    func a_configuration_with_a_mistake_ends_with_65_and_says_where(_ mistake: Mistake) async throws {
        try await Desk.with { desk in
            try desk.write(mistake.text)
            for words in [["watch", "check", "--offline"], ["watch"]] {
                let result = try await LabProcess.run(words, in: desk.folder)
                #expect(result.code == 65, "\(words)")
                for line in mistake.says { #expect(result.errors.contains(line), "\(result.errors)") }
                #expect(result.output.isEmpty)
            }
            #expect(!FileManager.default.fileExists(atPath: desk.journal), "no journal out of a bad file")
        }
    }

    @Test func a_configuration_that_is_not_there_ends_with_65_and_names_it() async throws {
        try await Desk.with { desk in
            let result = try await desk.lab("watch", "--config", "absent.yaml")
            #expect(result.code == 65)
            #expect(result.errors.contains("absent.yaml"))
        }
    }

    @Test(arguments: ["run", "check"])
    func an_engine_that_does_not_answer_ends_with_69_and_names_its_socket(_ verb: String) async throws {
        try await Desk.with { desk in
            try desk.write("", to: "file")
            for (socket, why) in [
                ("absent.sock", "no such socket"), ("file", "nobody listens"),
                ("left.sock", "nobody listens"),
            ] {
                if socket == "left.sock" { close(try Wire.open(at: .unix("\(desk.folder)/left.sock"))) }
                try desk.configure(engine: "{kind: docker, socket: \(desk.folder)/\(socket)}")
                let result = try await desk.lab("watch", verb, "--config", desk.config)
                #expect(result.code == 69, "\(socket): \(result.errors)")
                #expect(result.errors.contains("\(desk.folder)/\(socket)"), "\(result.errors)")
                #expect(result.errors.contains(why), "\(result.errors)")
                #expect(!FileManager.default.fileExists(atPath: desk.journal))
            }
        }
    }

    @Test func a_socket_is_relative_to_the_folder_of_the_file_like_every_path() async throws {
        try await Desk.with { desk in
            try desk.configure(engine: "{kind: docker, socket: ./absent.sock}")
            let result = try await LabProcess.run(["watch", "--config", desk.config], in: "/")
            #expect(result.code == 69)
            #expect(result.errors.contains("\(desk.folder)/absent.sock"), "\(result.errors)")
        }
    }

    @Test func init_without_an_engine_ends_with_69() async throws {
        try await Desk.with { desk in
            let result = try await desk.lab("watch", "init", "--socket", "\(desk.folder)/absent.sock")
            #expect(result.code == 69, "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: desk.config))
        }
    }

    @Test(.root) func a_socket_without_permission_ends_with_69_and_says_so() async throws {
        try await Desk.with { desk in
            let listener = try Wire.open(at: .unix("\(desk.folder)/engine.sock"))
            defer { close(listener) }
            chmod("\(desk.folder)/engine.sock", 0o600)
            chmod(desk.folder, 0o755)
            try desk.configure(engine: "{kind: docker, socket: \(desk.folder)/engine.sock}")
            let nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
            guard access("/usr/bin/setpriv", X_OK) == 0 else { try Test.cancel("there is no setpriv") }
            let result = try await desk.lab("watch", "--config", desk.config, wrapper: nobody)
            #expect(result.code == 69, "\(result.errors)")
            #expect(result.errors.contains("no permission"), "\(result.errors)")
        }
    }

    @Test func a_port_in_use_ends_with_69() async throws {
        try await Desk.with { desk in
            try desk.configure()
            let listener = try Wire.open(at: .tcp(desk.listen))
            defer { close(listener) }
            let result = try await desk.lab("watch", "--config", desk.config)
            #expect(result.code == 69)
            #expect(result.errors.contains("127.0.0.1:\(desk.listen)"), "\(result.errors)")
            #expect(result.errors.contains("the port is in use"), "\(result.errors)")
        }
    }

    @Test func a_second_watchdog_on_a_journal_ends_with_75_and_names_the_first() async throws {
        try await Desk.with { desk in
            try desk.configure()
            let first = try desk.watch()
            try await eventually("the first one serves", context: { first.errors }) { desk.isServing() }
            let second = try await desk.lab("watch", "--config", desk.config)
            #expect(second.code == 75)
            #expect(second.errors.contains("process \(first.pid)"), "\(second.errors)")
            #expect(first.isRunning && desk.isServing(), "the first one is not disturbed")
            first.signal(SIGKILL)
            _ = try await first.ended()
            let third = try desk.watch()
            try await eventually("a lock does not outlive a kill", context: { third.errors }) {
                desk.isServing()
            }
            third.signal(SIGTERM)
            #expect(try await third.ended().code == 0)
        }
    }

    @Test func a_journal_that_is_none_ends_with_65_and_is_left_as_it_is() async throws {
        try await Desk.with { desk in
            try desk.configure()
            let text = "somebody's diary, which is no database\n"
            try desk.write(text, to: "watchdog.sqlite")
            let start = ContinuousClock.now
            for words in [
                ["watch"], ["watch", "history"], ["watch", "status"], ["watch", "promote", "web"],
            ] {
                let result = try await LabProcess.run(words, in: desk.folder)
                #expect(result.code == 65, "\(words): \(result.errors)")
                #expect(result.errors.contains("watchdog.sqlite"), "\(words): \(result.errors)")
            }
            #expect(ContinuousClock.now - start < .seconds(5), "nobody listens, and that is heard at once")
            #expect(try String(contentsOfFile: desk.journal, encoding: .utf8) == text)
        }
    }

    @Test func an_artifacts_folder_that_cannot_be_written_ends_with_73() async throws {
        try await Desk.with { desk in
            try desk.configure(extra: "artifacts: ./taken\n")
            try desk.write("a file", to: "taken")
            let result = try await desk.lab("watch", "--config", desk.config)
            #expect(result.code == 73, "\(result.errors)")
            #expect(result.errors.contains("taken"), "\(result.errors)")
        }
    }

    @Test(arguments: ["promote", "rollback", "resume", "history"])
    func a_misspelt_service_ends_with_64_and_the_nearest_name(_ verb: String) async throws {
        try await Desk.with { desk in
            try desk.configure(["web", "database"])
            let result = try await desk.lab("watch", verb, "datbase", "--config", desk.config)
            #expect(result.code == 64)
            #expect(result.errors.contains("Did you mean 'database'?"), "\(result.errors)")
        }
    }

    @Test func an_image_that_the_engine_does_not_have_is_not_promoted() async throws {
        try await Desk.with { desk in
            try desk.configure()
            let result = try await desk.lab(
                "watch", "promote", "web", "--image", "web:latest", "--config", desk.config)
            #expect(result.code == 65, "\(result.errors)")
            #expect(result.errors.contains("the engine has no image 'web:latest'"), "\(result.errors)")
        }
    }
}
