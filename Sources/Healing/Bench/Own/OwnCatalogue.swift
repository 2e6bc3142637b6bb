import Incident
package import RuntimeFaults
package import Scoreboard

/// What is measured on services of somebody's own: every fault that takes no help of theirs, on each of them.
package enum OwnCatalogue {
    /// In the order they run: service by service.
    package static func all(of services: [String]) -> [BenchCase] {
        services.flatMap { service in OutsideFaultCatalogue.all.map { item($0, of: service) } }
    }

    /// The chosen ones, in that order.
    ///
    /// - Parameters:
    ///   - names: faults, which are meant on every service, or cases; empty for all.
    ///   - services: their names in the configuration.
    /// - Throws: `LabError` with `.usage` that suggests the nearest name.
    package static func cases(named names: [String], of services: [String]) throws -> [BenchCase] {
        let cases = all(of: services)
        var chosen: Set<String> = []
        for name in names {
            let found = cases.filter { $0.id == name || split($0.id)?.fault.id == name }
            guard !found.isEmpty else { throw unknown(name, cases) }
            chosen.formUnion(found.map(\.id))
        }
        return names.isEmpty ? cases : cases.filter { chosen.contains($0.id) }
    }

    /// The service and the fault that a case's id names; nil for one that is none. A service's name may hold dots, a
    /// fault's does not.
    package static func split(_ id: String) -> (service: String, fault: any OutsideFault)? {
        guard let dot = id.lastIndex(of: "."),
            let fault = OutsideFaultCatalogue.find(String(id[id.index(after: dot)...]))
        else { return nil }
        return (String(id[..<dot]), fault)
    }

    private static func unknown(_ name: String, _ cases: [BenchCase]) -> LabError {
        guard BenchCatalogue.all.allSatisfy({ $0.id != name }) else {
            return LabError(
                .usage,
                "--fault \(name): it takes the help of what is broken, so that it is not played on services of yours.",
                hint: "`lab bench --config FILE --list` names those that are.")
        }
        let words = OutsideFaultCatalogue.all.map(\.id) + cases.map(\.id)
        let nearest = words.min { EditDistance.between(name, $0) < EditDistance.between(name, $1) }
        return LabError(
            .usage, "--fault \(name): there is no such fault or control.",
            hint: nearest.map { "Did you mean '\($0)'? `lab bench --config FILE --list` names them all." })
    }

    private static func item(_ fault: any OutsideFault, of service: String) -> BenchCase {
        BenchCase(
            id: "\(service).\(fault.id)", domain: .container, expected: .init(fault.expected),
            failureClass: fault.failureClass.rawValue, summary: fault.summary)
    }
}

extension BenchCase.Expectation {
    init(_ outcome: ExpectedOutcome) {
        self =
            switch outcome {
            case .healedByRestart, .healedByRollback: .healed
            case .escalated: .escalated
            case .untouched: .leftAlone
            }
    }
}
