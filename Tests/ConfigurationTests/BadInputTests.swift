import Testing
import WatchdogConfiguration

@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var said: [String]

        init(_ text: String, _ said: String...) {
            self.text = text
            self.said = said
        }

        var testDescription: String { said.joined(separator: " | ") }
    }

    // swift-format-ignore: one case a line is easier to read.
    static let files = [
        Case("", "1:1: the file is empty; it begins with 'version: 1'"),
        Case("# nothing\n", "1:1: the file is empty; it begins with 'version: 1'"),
        Case("hello\n", "1:1: the file must be a mapping that begins with 'version: 1'"),
        Case("- a\n", "1:1: the file must be a mapping that begins with 'version: 1'"),
        Case(
            "version: 1\n", "1:1: 'services' is missing: there is nothing to watch"),
        Case("version: 1\nservices:\n", "2:1: 'services' has no value"),
        Case("version: 1\nservices: {}\n", "2:1: 'services' is empty: there is nothing to watch"),
        Case(
            "services: {web: {liveness: [{engine: health}]}}\n",
            "1:1: 'version' is missing: the file begins with 'version: 1'"),
        Case(
            "version: 2\nservices: {web: {liveness: [{engine: health}]}}\n",
            "1:10: version 2 is not known; this lab reads version 1"),
        Case(
            "version: 1\n\tservices:\n",
            "2:1: this is not YAML: found a tab character that violates indentation while scanning a plain scalar (YAML is indented by spaces, never by tabs)"
        ),
        Case(
            "version: 1\nservices: [\n",
            "3:1: this is not YAML: did not find expected node content while parsing a flow node"),
        Case("a: b: c\n", "1:5: this is not YAML: mapping values are not allowed in this context"),
        Case("a: *nobody\n", "1:4: this is not YAML: found undefined alias"),
        Case(
            web() + "---\nversion: 1\n",
            "5:1: this is not YAML: but found another document expected a single document in the stream"),
        Case(
            web("interval: 1s", "timeout: 1s", "# interval", "interval: 2s"),
            "8:5: key 'interval' is given twice, first in line 5"),
        Case(
            "version: 1\nservices:\n  web:\n    liveness: [{tcp: 127.0.0.1:1}]\n  \"web\":\n    log_lines: 1\n",
            "5:3: key 'web' is given twice, first in line 3"),
        Case(
            "version: 1\nservices: {web: {log_lines: 1, log_lines: 2}}\n",
            "2:18: key 'log_lines' is given twice in this mapping"),
        Case(
            "version: 1\nservices:\n  [a, b]:\n    log_lines: 1\n",
            "2:1: 'services' is empty: there is nothing to watch",
            "3:3: a key must be a plain word"),
    ]

    // swift-format-ignore: one case a line is easier to read.
    static let tops = [
        Case("servcies: {}\n" + web(), "1:1: unknown key 'servcies', did you mean 'services'?"),
        Case(
            "colour: red\n" + web(),
            "1:1: unknown key 'colour'; there are version, engine, journal, artifacts, listen, notify, defaults, services"
        ),
        Case(
            "engine: dokcer\n" + web(),
            "1:9: 'engine' must be one of auto, docker, swarm, process, not 'dokcer', did you mean 'docker'?"),
        Case(
            "engine: process\n" + web(),
            "1:9: the process engine needs a root: write {kind: process, root: ./containers}"),
        Case(
            "engine: {kind: process, socket: /s}\n" + web(), "1:9: the process engine needs a 'root'",
            "1:25: the process engine has no socket"),
        Case("engine: {kind: docker, root: /r}\n" + web(), "1:24: 'root' is for the process engine only"),
        Case("engine: [docker]\n" + web(), "1:9: 'engine' must be a mapping, not a list"),
        Case("listen: 9464\n" + web(), "1:9: 'listen' must be host:port such as 127.0.0.1:5432, not '9464'"),
        Case(
            "listen: \"::1:9464\"\n" + web(),
            "1:9: 'listen' must be host:port such as 127.0.0.1:5432, not '::1:9464'"),
        Case(
            "listen: 127.0.0.1:70000\n" + web(),
            "1:9: 'listen' must be host:port such as 127.0.0.1:5432, not '127.0.0.1:70000'"),
        Case("journal: [a]\n" + web(), "1:10: 'journal' must be a path, not a list"),
        Case("journal: \"\"\n" + web(), "1:10: 'journal' must not be empty"),
        Case("journal:\n" + web(), "1:1: 'journal' has no value"),
        Case("defaults: {container: x}\n" + web(), "1:12: unknown key 'container': each service has its own"),
        Case(
            "defaults: {intervall: 1s}\n" + web(), "1:12: unknown key 'intervall', did you mean 'interval'?"),
        Case(
            "notify: {}\n" + web(),
            "1:9: 'notify' must be a list such as [{webhook: {url: http://127.0.0.1:9000/}}], not a mapping"),
        Case("notify: [{}]\n" + web(), "1:10: an element of notify needs one of webhook, command, pagerduty"),
        Case("notify: [{webhook: {}}]\n" + web(), "1:20: a webhook needs one of url, url_env, url_file"),
        Case(
            "notify: [{webhook: {url: \"http://a/\", url_env: B}}]\n" + web(),
            "1:20: a webhook has one address: 'url' or 'url_env'"),
        Case(
            "notify: [{webhook: {url: \"http://u:p@a/\"}}]\n" + web(),
            "1:26: 'url' must be an http or https URL: it holds a user or password"),
        Case(
            "notify: [{webhook: {url: \"http://a/\", secret: hunter2}}]\n" + web(),
            "1:39: unknown key 'secret': secrets are not kept in this file, use 'secret_env' or 'secret_file'"
        ),
        Case(
            "notify: [{webhook: {url: \"http://a/\", secret_env: hunter-2}}]\n" + web(),
            "1:51: 'secret_env' must be the name of an environment variable, such as LAB_SECRET"),
        Case(
            "notify: [{webhook: {url: \"http://a/\", secret_env: A, secret_file: b}}]\n" + web(),
            "1:54: 'secret_env' and 'secret_file' exclude each other"),
        Case(
            "notify: [{pagerduty: {}}]\n" + web(),
            "1:22: pagerduty needs one of routing_key_env, routing_key_file"),
        Case(
            "notify: [{pagerduty: {routing_key: R0}}]\n" + web(),
            "1:22: pagerduty needs one of routing_key_env, routing_key_file",
            "1:23: unknown key 'routing_key': secrets are not kept in this file, use 'routing_key_env' or 'routing_key_file'"
        ),
        Case(
            "notify: [{command: beep}]\n" + web(),
            "1:20: 'command' must be a list such as [/usr/local/bin/page-me], not 'beep'"),
        Case(
            "notify: [{command: [a], timeout: 1h}]\n" + web(),
            "1:34: 'timeout' must be from 100ms to 5m, not '1h'"),
        Case(
            "notify: [{webhook: {url: \"http://a/\"}, timeout: 1s}]\n" + web(),
            "1:40: 'timeout' belongs into 'webhook'"),
    ]

    // swift-format-ignore: one case a line is easier to read.
    static let services = [
        Case(web("intervall: 1s"), "5:5: unknown key 'intervall', did you mean 'interval'?"),
        Case(web("interval: 5"), "5:15: 'interval' must be a duration such as 500ms, 10s, 2m or 1h, not '5'"),
        Case(
            web("interval: 0.5s"),
            "5:15: 'interval' must be a duration such as 500ms, 10s, 2m or 1h, not '0.5s'"),
        Case(
            web("interval: 1s1m"),
            "5:15: 'interval' must be a duration such as 500ms, 10s, 2m or 1h, not '1s1m'"),
        Case(
            web("interval: -1s"),
            "5:15: 'interval' must be a duration such as 500ms, 10s, 2m or 1h, not '-1s'"),
        Case(
            web("interval: 99999999999999999999h"),
            "5:15: 'interval' must be a duration such as 500ms, 10s, 2m or 1h, not '99999999999999999999h'"),
        Case(web("interval: 0s"), "5:15: 'interval' must be at least 100ms, not '0s'"),
        Case(web("interval: 9999d"), "5:15: 'interval' must be from 100ms to 366d, not '9999d'"),
        Case(web("interval:"), "5:5: 'interval' has no value"),
        Case(web("interval: null"), "5:15: 'interval' has no value"),
        Case(
            web("interval: [1s]"),
            "5:15: 'interval' must be a duration such as 500ms, 10s, 2m or 1h, not a list"),
        Case(web("failure_threshold: 0"), "5:24: 'failure_threshold' must be from 1 to 1000, not '0'"),
        Case(
            web("failure_threshold: three"), "5:24: 'failure_threshold' must be a whole number, not 'three'"),
        Case(web("failure_threshold: \"3\""), "5:24: 'failure_threshold' must be a whole number, not '3'"),
        Case(web("failure_threshold: 3.0"), "5:24: 'failure_threshold' must be a whole number, not '3.0'"),
        Case(web("success_threshold: -1"), "5:24: 'success_threshold' must be from 1 to 1000, not '-1'"),
        Case(web("log_lines: 99999"), "5:16: 'log_lines' must be from 0 to 10000, not '99999'"),
        Case(web("container: a/b"), "5:16: 'container' must be the name of a container, not 'a/b'"),
        Case(
            web("flap: {failures: 11, of: 10}"),
            "5:22: service 'web': flap: 11 failures never fit into a window of 10"),
        Case(web("flap: {of: 3}"), "5:16: service 'web': flap: 5 failures never fit into a window of 3"),
        Case(web("flap: {of: 65}"), "5:16: 'of' must be from 1 to 64, not '65'"),
        Case(web("flap: on"), "5:11: 'flap' must be a mapping, not 'on'"),
        Case(web("restart: {backoff: {factor: 0.5}}"), "5:33: 'factor' must be from 1.0 to 100.0, not '0.5'"),
        Case(web("restart: {backoff: {factor: nan}}"), "5:33: 'factor' must be a number, not 'nan'"),
        Case(web("restart: {backoff: {jitter: 2}}"), "5:33: 'jitter' must be from 0.0 to 1.0, not '2'"),
        Case(
            web("restart: {backoff: {initial: 10m}}"),
            "5:34: service 'web': restart.backoff: the limit 5m is shorter than the initial 10m"),
        Case(web("restart: {budgte: 5}"), "5:15: unknown key 'budgte', did you mean 'budget'?"),
        Case(
            web("rollback: {when: sometimes}"),
            "5:22: 'when' must be one of never, unproven, always, not 'sometimes'"),
        Case(
            web("rollback: {old_container: kepp}"),
            "5:31: 'old_container' must be one of remove, keep, not 'kepp', did you mean 'keep'?"),
        Case(web("rollback: {soak: {successes: 0}}"), "5:34: 'successes' must be from 1 to 1000000, not '0'"),
        Case(web("rollback: {history: 0}"), "5:25: 'history' must be from 1 to 100, not '0'"),
        Case(
            web("verify: {limit: 5s}"),
            "5:21: service 'web': verify.limit 5s is impossible: 10 passes, 1s apart, take longer (as many as flap.of, after flapping)"
        ),
        Case(
            web("flap: off", "interval: 30s", "success_threshold: 3", "verify: {limit: 1m}"),
            "8:21: service 'web': verify.limit 1m is impossible: 3 passes, 30s apart, take longer"),
        Case(
            web("maintenance: [{}]"), "5:19: a maintenance window needs 'start'",
            "5:19: a maintenance window needs 'for'"),
        Case(
            web("maintenance: [{start: 25:00, for: 1h}]"),
            "5:27: 'start' must be a time of day such as 02:00, not '25:00'"),
        Case(
            web("maintenance: [{start: 2:00, for: 8d}]"),
            "5:27: 'start' must be a time of day such as 02:00, not '2:00'",
            "5:38: 'for' must be from 1m to 7d, not '8d'"),
        Case(
            web("maintenance: [{start: 02:00, for: 1h, days: [monday]}]"),
            "5:50: 'days' must be one of mon, tue, wed, thu, fri, sat, sun, not 'monday'"),
        Case(
            web("maintenance: [{start: 02:00, for: 1h, days: []}]"),
            "5:49: 'days' must not be empty; without it, every day counts"),
        Case(
            web("maintenance: [{start: 02:00, for: 1h, time_zone: Europe/Berln}]"),
            "5:54: there is no time zone 'Europe/Berln', did you mean 'Europe/Berlin'?"),
        Case(
            "version: 1\nservices:\n  web:\n    log_lines: 1\n",
            "3:3: service 'web' needs 'liveness': without a probe nothing can be watched"),
        Case("version: 1\nservices:\n  web: {liveness: []}\n", "3:19: 'liveness' must not be empty"),
        Case("version: 1\nservices:\n  web:\n", "3:3: 'web' has no value"),
        Case("version: 1\nservices:\n  web: yes\n", "3:8: 'web' must be a mapping, not 'yes'"),
        Case(
            "version: 1\nservices:\n  we b: {liveness: [{engine: health}]}\n",
            "3:3: 'we b' is no name for a service: letters, digits, '.', '_' and '-', up to 100, beginning with a letter or digit"
        ),
        Case(
            "version: 1\nservices:\n  a: {liveness: [{engine: health}]}\n  b: {liveness: [{engine: health}], container: a}\n",
            "4:48: service 'b': container 'a' is already watched as 'a'"),
    ]

    private static func probe(_ keys: String) -> String {
        "version: 1\nservices:\n  web: {liveness: [{\(keys)}]}\n"
    }

    // swift-format-ignore: one case a line is easier to read.
    static let probes = [
        Case(probe(""), "3:20: a probe needs one of http, tcp, exec, engine"),
        Case(
            probe("htp: x"), "3:20: a probe needs one of http, tcp, exec, engine",
            "3:21: unknown key 'htp', did you mean 'http'?"),
        Case(
            probe("tcp: a:1, engine: health"),
            "3:31: a probe has one kind: 'engine' after 'tcp' belongs into a probe of its own"),
        Case(
            probe("http: ftp://a/"),
            "3:27: 'http' must be an http or https URL: the scheme is neither http nor https"),
        Case(probe("http: web"), "3:27: 'http' must be an http or https URL: it is not a URL"),
        Case(
            probe("http: \"http://a b/\""),
            "3:27: 'http' must be an http or https URL: spaces and letters beyond ASCII have to be percent-encoded"
        ),
        Case(probe("http: http:///x"), "3:27: 'http' must be an http or https URL: there is no host"),
        Case(
            probe("http: http://a:0/"),
            "3:27: 'http' must be an http or https URL: the port is not within 1-65535"),
        Case(
            probe("http: http://a/, status: 600"),
            "3:46: 'status' must be a status from 100 to 599 or a range such as 200-299, not '600'"),
        Case(
            probe("http: http://a/, status: 299-200"),
            "3:46: 'status' must be a status from 100 to 599 or a range such as 200-299, not '299-200'"),
        Case(probe("http: http://a/, status: []"), "3:46: 'status' must not be empty"),
        Case(
            probe("http: http://a/, status: 2xx"),
            "3:46: 'status' must be a status from 100 to 599 or a range such as 200-299, not '2xx'"),
        Case(
            probe("http: http://a/, method: get"),
            "3:46: 'method' must be one of GET, HEAD, OPTIONS, POST, not 'get', did you mean 'GET'?"),
        Case(
            probe("http: http://a/, method: HEAD, body: ok"),
            "3:52: 'body' cannot be looked for: an answer to HEAD has none"),
        Case(probe("http: http://a/, redirects: 21"), "3:49: 'redirects' must be from 0 to 20, not '21'"),
        Case(probe("http: http://a/, headers: {\"a b\": c}"), "3:48: 'a b' is not a header name"),
        Case(
            probe("http: http://a/, headers: {a: \"b\\r\\nc: d\"}"),
            "3:48: the value of header 'a' holds control characters"),
        Case(probe("http: http://a/, headers: {a: b, A: c}"), "3:54: header 'A' is given twice"),
        Case(
            probe("http: http://a/, headers: {Connection: close}"),
            "3:48: header 'Connection' is the probe's own"),
        Case(probe("tcp: \"5432\""), "3:26: 'tcp' must be host:port such as 127.0.0.1:5432, not '5432'"),
        Case(probe("tcp: a:b"), "3:26: 'tcp' must be host:port such as 127.0.0.1:5432, not 'a:b'"),
        Case(probe("tcp: a:1, status: 200"), "3:31: 'status' is for http probes only"),
        Case(
            probe("exec: pg_isready"),
            "3:27: 'exec' must be a list such as [pg_isready, -q], not 'pg_isready'"),
        Case(probe("exec: []"), "3:27: 'exec' must not be empty"),
        Case(probe("exec: [a, [b]]"), "3:31: 'exec' must be text, not a list"),
        Case(
            probe("engine: helath"),
            "3:29: 'engine' must be one of health, not 'helath', did you mean 'health'?"),
        Case(probe("engine: health, timeout: 0s"), "3:46: 'timeout' must be at least 10ms, not '0s'"),
    ]

    private static func graph(_ edges: String...) -> String {
        "version: 1\nservices:\n"
            + edges.map { edge in
                let parts = edge.split(separator: ">", omittingEmptySubsequences: false)
                return "  \(parts[0]): {liveness: [{engine: health}], depends_on: [\(parts[1])]}\n"
            }.joined()
    }

    // swift-format-ignore: one case a line is easier to read.
    static let dependencies = [
        Case(
            graph("web>dv", "db>"),
            "3:52: service 'web' depends on 'dv', which there is not, did you mean 'db'?"),
        Case(graph("web>web"), "3:52: 'web' depends on itself: web → web"),
        Case(graph("a>b", "b>c", "c>a"), "3:50: 'a' depends on itself: a → b → c → a"),
        Case(graph("a>b, b", "b>"), "3:53: service 'a' depends on 'b' twice"),
        Case(graph("a>b, c", "b>d", "c>d", "d>")),
    ]

    @Test(arguments: files + tops) func a_bad_file_is_refused_with_line_and_column(_ bad: Case) {
        #expect(problems(bad.text) == bad.said)
    }

    @Test(arguments: services) func a_bad_service_is_refused_with_line_and_column(_ bad: Case) {
        #expect(problems(bad.text) == bad.said)
    }

    @Test(arguments: probes) func a_bad_probe_is_refused_with_line_and_column(_ bad: Case) {
        #expect(problems(bad.text) == bad.said)
    }

    @Test(arguments: dependencies) func bad_dependencies_are_refused_with_line_and_column(_ bad: Case) {
        #expect(problems(bad.text) == bad.said)
    }

    @Test func all_errors_are_reported_at_once_sorted_by_line() {
        let text = """
            version: 1
            engine: podman
            defaults:
              timeout: soon
            services:
              web:
                liveness: [{http: nowhere}]
                intervall: 1s
                depends_on: [bd]
              db:
                liveness: [{tcp: 127.0.0.1}]
                failure_threshold: 0
            """
        #expect(
            problems(text) == [
                "2:9: 'engine' must be one of auto, docker, swarm, process, not 'podman'",
                "4:12: 'timeout' must be a duration such as 500ms, 10s, 2m or 1h, not 'soon'",
                "7:23: 'http' must be an http or https URL: it is not a URL",
                "8:5: unknown key 'intervall', did you mean 'interval'?",
                "9:18: service 'web' depends on 'bd', which there is not, did you mean 'db'?",
                "11:22: 'tcp' must be host:port such as 127.0.0.1:5432, not '127.0.0.1'",
                "12:24: 'failure_threshold' must be from 1 to 1000, not '0'",
            ])
    }

    @Test func a_mistake_in_an_anchor_used_twice_is_one_error() {
        let text = """
            version: 1
            services:
              a: {liveness: &probes [{tcp: nowhere}]}
              b: {liveness: *probes}
            """
        #expect(problems(text) == ["3:32: 'tcp' must be host:port such as 127.0.0.1:5432, not 'nowhere'"])
    }

    @Test func a_file_cut_off_anywhere_is_refused_or_read_but_never_crashes() throws {
        let bytes = Array(FullFile.text.utf8)
        for end in 0..<bytes.count {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            #expect(problems(text).allSatisfy { !$0.hasPrefix("unplaced") && !$0.hasPrefix("code") })
        }
    }

    @Test func a_file_with_any_byte_replaced_never_crashes() {
        let bytes = Array(FullFile.text.utf8)
        for index in bytes.indices {
            for byte in ["[", "*", "\t", ":", "\"", "\u{0}"].flatMap(\.utf8) {
                var changed = bytes
                changed[index] = byte
                _ = problems(String(decoding: changed, as: UTF8.self))
            }
        }
    }

    @Test func nesting_without_end_is_refused() {
        #expect(problems(String(repeating: "[", count: 100_000)).count == 1)
        #expect(problems("version: 1\nservices: " + String(repeating: "{a: ", count: 900)).count == 1)
    }
}
