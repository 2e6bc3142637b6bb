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
///     --port         LABAPP_PORT         8080
///     --host         LABAPP_HOST         127.0.0.1
///     --marker       LABAPP_MARKER       /tmp/labapp.unhealthy
///     --version      LABAPP_VERSION      0.0.0
///     --dependency   LABAPP_DEPENDENCY   none; address:port of a service this one needs
///     --start-delay  LABAPP_START_DELAY  0; seconds before it listens
///     --flap         LABAPP_FLAP         0; health fails in every second group of this many answers
public struct Options: Equatable, Sendable {
    public var port: UInt16 = 8080
    public var host = "127.0.0.1"
    public var marker = "/tmp/labapp.unhealthy"
    public var version = "0.0.0"
    public var dependency: Dependency?
    public var startDelaySeconds = 0
    public var flap = 0

    private enum Flag: String, CaseIterable {
        case port
        case host
        case marker
        case version
        case dependency
        case startDelay = "start-delay"
        case flap
    }

    /// Reads `--flag value` and `--flag=value`; `arguments` come without the program's name.
    public init(arguments: [String] = [], environment: [String: String] = [:]) throws {
        for flag in Flag.allCases {
            let variable = "LABAPP_" + flag.rawValue.uppercased().replacing("-", with: "_")
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
            guard Self.isAddress(value) else {
                throw OptionsError("\(source) must be an IPv4 address, not '\(value)'")
            }
            host = value
        case .marker: marker = value
        case .version: version = value
        case .dependency:
            guard let dependency = Dependency(value) else {
                throw OptionsError("\(source) must be address:port, not '\(value)'")
            }
            self.dependency = dependency
        case .startDelay: startDelaySeconds = try Self.number(value, upTo: 86_400, from: source)
        case .flap: flap = try Self.number(value, upTo: 1000, from: source)
        }
    }

    /// Whether a text is an IPv4 address.
    static func isAddress(_ text: some StringProtocol) -> Bool {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets.allSatisfy { UInt8($0) != nil }
    }

    private static func number(_ text: String, upTo limit: Int, from source: String) throws -> Int {
        guard let number = Int(text), (0...limit).contains(number) else {
            throw OptionsError("\(source) must be 0 to \(limit), not '\(text)'")
        }
        return number
    }
}
