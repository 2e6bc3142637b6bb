/// Why the command line was refused; the description names the flag or variable.
public struct OptionsError: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Where the service listens and what it says about itself.
///
/// A flag wins over its environment variable, which wins over the default:
///
///     --port     LABAPP_PORT      8080
///     --host     LABAPP_HOST      127.0.0.1
///     --marker   LABAPP_MARKER    /tmp/labapp.unhealthy
///     --version  LABAPP_VERSION   0.0.0
public struct Options: Equatable, Sendable {
    public var port: UInt16 = 8080
    public var host = "127.0.0.1"
    public var marker = "/tmp/labapp.unhealthy"
    public var version = "0.0.0"

    private enum Flag: String, CaseIterable {
        case port
        case host
        case marker
        case version
    }

    /// Reads `--flag value` and `--flag=value`; `arguments` come without the program's name.
    public init(arguments: [String] = [], environment: [String: String] = [:]) throws {
        for flag in Flag.allCases {
            let variable = "LABAPP_\(flag.rawValue.uppercased())"
            if let value = environment[variable] {
                try set(flag, to: value, from: variable)
            }
        }
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first, name.hasPrefix("--") else {
                throw OptionsError("unexpected argument '\(argument)'")
            }
            guard let flag = Flag(rawValue: String(name.dropFirst(2))) else {
                throw OptionsError("unknown flag '\(name)'")
            }
            guard let value = halves.count > 1 ? String(halves[1]) : rest.popFirst() else {
                throw OptionsError("\(name) needs a value")
            }
            try set(flag, to: value, from: String(name))
        }
    }

    private mutating func set(_ flag: Flag, to value: String, from source: String) throws {
        switch flag {
        case .port:
            guard let port = UInt16(value) else {
                throw OptionsError("\(source) must be 0 to 65535, not '\(value)'")
            }
            self.port = port
        case .host:
            let octets = value.split(separator: ".", omittingEmptySubsequences: false)
            guard octets.count == 4, octets.allSatisfy({ UInt8($0) != nil }) else {
                throw OptionsError("\(source) must be an IPv4 address, not '\(value)'")
            }
            host = value
        case .marker: marker = value
        case .version: version = value
        }
    }
}
