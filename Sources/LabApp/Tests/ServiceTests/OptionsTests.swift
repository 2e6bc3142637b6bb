import Testing

@testable import Handlers

struct OptionsTests {
    @Test func nothing_given_means_the_defaults() throws {
        let options = try Options()
        #expect(options.port == 8080)
        #expect(options.host == "127.0.0.1")
        #expect(options.marker == "/tmp/labapp.unhealthy")
        #expect(options.version == "0.0.0")
    }

    @Test func flags_set_every_option() throws {
        let arguments = ["--port", "0", "--host=0.0.0.0", "--marker=/m", "--version", "2"]
        let options = try Options(arguments: arguments)
        #expect(options.port == 0)
        #expect(options.host == "0.0.0.0")
        #expect(options.marker == "/m")
        #expect(options.version == "2")
    }

    @Test func variables_set_every_option() throws {
        let options = try Options(environment: [
            "LABAPP_PORT": "9000",
            "LABAPP_HOST": "10.0.0.1",
            "LABAPP_MARKER": "/run/marker",
            "LABAPP_VERSION": "3.1",
        ])
        #expect(options.port == 9000)
        #expect(options.host == "10.0.0.1")
        #expect(options.marker == "/run/marker")
        #expect(options.version == "3.1")
    }

    @Test func a_flag_wins_over_a_variable() throws {
        let options = try Options(arguments: ["--port=1"], environment: ["LABAPP_PORT": "2"])
        #expect(options.port == 1)
    }

    @Test func a_port_out_of_range_is_refused() {
        #expect(throws: OptionsError("--port must be 0 to 65535, not '70000'")) {
            try Options(arguments: ["--port", "70000"])
        }
        #expect(throws: OptionsError("LABAPP_PORT must be 0 to 65535, not 'x'")) {
            try Options(environment: ["LABAPP_PORT": "x"])
        }
    }

    @Test func a_host_that_is_no_address_is_refused() {
        #expect(throws: OptionsError("--host must be an IPv4 address, not 'localhost'")) {
            try Options(arguments: ["--host", "localhost"])
        }
        #expect(throws: OptionsError("LABAPP_HOST must be an IPv4 address, not '10.0.0.256'")) {
            try Options(environment: ["LABAPP_HOST": "10.0.0.256"])
        }
    }

    @Test func simulated_trouble_is_off_unless_asked_for() throws {
        let quiet = try Options()
        #expect(quiet.dependency == nil)
        #expect(quiet.startDelaySeconds == 0)
        #expect(quiet.flap == 0)
        let troubled = try Options(
            arguments: ["--flap", "2", "--dependency=127.0.0.1:5432"],
            environment: ["LABAPP_START_DELAY": "5"])
        #expect(troubled.dependency == Dependency("127.0.0.1:5432"))
        #expect(troubled.startDelaySeconds == 5)
        #expect(troubled.flap == 2)
    }

    @Test func a_dependency_that_is_no_address_is_refused() {
        #expect(throws: OptionsError("--dependency must be address:port, not 'db:5432'")) {
            try Options(arguments: ["--dependency", "db:5432"])
        }
    }

    @Test func a_delay_out_of_range_is_refused() {
        #expect(throws: OptionsError("LABAPP_START_DELAY must be 0 to 86400, not '-1'")) {
            try Options(environment: ["LABAPP_START_DELAY": "-1"])
        }
    }

    @Test func a_flag_without_value_is_refused() {
        #expect(throws: OptionsError("--marker needs a value")) { try Options(arguments: ["--marker"]) }
    }

    @Test func an_unknown_flag_is_refused() {
        #expect(throws: OptionsError("unknown flag '--colour'")) { try Options(arguments: ["--colour=red"]) }
        #expect(throws: OptionsError("unknown flag '--bogus'")) { try Options(arguments: ["--bogus"]) }
        #expect(throws: OptionsError("unexpected argument 'serve'")) { try Options(arguments: ["serve"]) }
    }
}
