package import Incident
import Injector
import RuntimeFaults
package import Scoreboard

/// Everything the scoreboard measures, in the order it runs.
package enum BenchCatalogue {
    package static var all: [BenchCase] {
        FaultCatalogue.all.map { fault in
            BenchCase(
                id: fault.id, domain: .code, expected: .healed, failureClass: fault.failureClass.rawValue,
                summary: fault.summary)
        } + CodeControl.allCases.map(\.item) + ContainerFaultCatalogue.all.map(item)
    }

    /// The chosen ones, in the order of the catalogue.
    ///
    /// - Parameters:
    ///   - names: ids or aliases; empty for all.
    ///   - domain: nil for all.
    /// - Throws: `LabError` with `.usage` that suggests the nearest name, or when nothing is left.
    package static func cases(named names: [String], domain: Domain?) throws -> [BenchCase] {
        let cases = all
        var ids: Set<String> = []
        for name in names {
            let id = FaultCatalogue.find(name)?.id ?? ContainerFaultCatalogue.find(name)?.id ?? name
            guard cases.contains(where: { $0.id == id }) else {
                let nearest = cases.map(\.id).min {
                    EditDistance.between(name, $0) < EditDistance.between(name, $1)
                }
                throw LabError(
                    .usage, "--fault \(name): there is no such fault or control.",
                    hint: nearest.map { "Did you mean '\($0)'? `lab bench --list` names them all." })
            }
            ids.insert(id)
        }
        let chosen = cases.filter {
            (ids.isEmpty || ids.contains($0.id)) && (domain == nil || $0.domain == domain)
        }
        guard !chosen.isEmpty else {
            throw LabError(
                .usage,
                "--fault \(names.joined(separator: ", ")): none of them is of the domain \(domain?.rawValue ?? "")."
            )
        }
        return chosen
    }

    private static func item(_ fault: any ContainerFault) -> BenchCase {
        BenchCase(
            id: fault.id, domain: .container, expected: .init(fault.expected),
            failureClass: fault.failureClass.rawValue,
            summary: fault.summary)
    }
}
