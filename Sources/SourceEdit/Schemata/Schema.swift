import SwiftSyntax

/// One file in which every mutation is there at once, each behind a switch that is read at run time.
///
/// ```
/// if total < limit {               let __healing_lab_v1: Swift.Bool
///     total += price      ──►      if __healing_lab_off(1) { __healing_lab_v1 = total < limit } else { … }
/// }                                if __healing_lab_v1 {
///                                      if __healing_lab_off(2) { total += price } else { total -= price }
///                                  }
/// ```
///
/// Each mutation has a list of placements, from the smallest piece of code that can be duplicated to the whole body
/// of its function. ``rendered(dropping:escalating:)`` takes the first that was not refused; ``blame(_:in:)`` tells
/// from the compiler's errors which mutations do not compile and which placements are to be left. Both sets only
/// grow, so that a loop over the two ends. Source: mutant schemata (Untch, Offutt and Harrold, 1993).
package struct Schema: Sendable {
    package struct Numbered: Sendable, Hashable {
        /// From 1, ascending, and unique in the program.
        package var number: Int32
        package var mutation: Mutation

        package init(number: Int32, mutation: Mutation) {
            self.number = number
            self.mutation = mutation
        }
    }

    /// Marks that note which code ran.
    package enum Probes: Sendable, Hashable {
        case none
        case statements
        case functions
    }

    /// Mutations of one unit beyond so many bytes of duplicated code are left out, the unlikeliest first.
    ///
    /// 200 kB are 5,000 lines, which take a core five seconds to compile without optimisation.
    static let limitBytes = 200_000
    /// Up to here a statement is duplicated as it is; beyond, its head is taken out where that can be done.
    static let smallBytes = 2_000
    /// Up to here a statement is duplicated for what changes in its closures, which tells all errors at once.
    static let closureBytes = 48_000
    /// The same for closures of one expression, as in `map { … }.sorted { … }`: a switch between the calls is judged together
    /// with all of them, which takes the type checker a hundred times as long as the statement.
    static let chainBytes = 160_000

    let file: SourceFile
    let layout: Layout
    let mutations: [Numbered]
    let probes: Probes
    let units: [Unit]
    /// Placements of each mutation as indices of units, smallest first; by its position in ``mutations``.
    let chains: [[Int]]
    /// Ids that stand for "this mutation by itself leaves its hoisted expression".
    let solo: [Int32]
    let reasons: [Int: Woven.Reason]
    let positions: [Int32: Int]
    let probePlan: ProbePlan
    /// Relative to the package root.
    package var path: String { file.path }
    /// The first unit id that the next file may use.
    package let nextUnit: Int32

    package init(file: SourceFile, mutations: [Numbered], probes: Probes = .none, firstUnit: Int32 = 1) {
        self.file = file
        self.mutations = mutations.sorted { $0.number < $1.number }
        self.probes = probes
        layout = Layout(file)
        var planner = PlacementPlanner(file: file, layout: layout, mutations: self.mutations)
        planner.plan(isBroken: file.tree.hasError)
        units = planner.units(firstID: firstUnit)
        chains = planner.chains
        reasons = planner.reasons
        let firstSolo = firstUnit + Int32(units.count)
        solo = self.mutations.indices.map { firstSolo + Int32($0) }
        positions = Dictionary(
            self.mutations.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        let firstProbe = firstSolo + Int32(self.mutations.count)
        probePlan = ProbePlan(
            file: file, layout: layout, probes: file.tree.hasError ? .none : probes, firstID: firstProbe)
        nextUnit = firstProbe + Int32(probePlan.marks.count)
    }

    /// The mutations by the unit in which they are, and why the others are in none.
    func active(_ dropped: Set<Int32>, _ escalated: Set<Int32>)
        -> (members: [Int: [Int]], unwoven: [(number: Int32, reason: Woven.Reason)])
    {
        var members: [Int: [Int]] = [:]
        var unwoven: [(Int32, Woven.Reason)] = []
        for (index, chain) in chains.enumerated() where !dropped.contains(mutations[index].number) {
            let number = mutations[index].number
            if let reason = reasons[index] {
                unwoven.append((number, reason))
                continue
            }
            let isSolo = escalated.contains(solo[index])
            let unit = chain.first { candidate in
                let unit = units[candidate]
                if isSolo, case .hoisted = unit.form { return false }
                return !escalated.contains(unit.id)
            }
            if let unit {
                members[unit, default: []].append(index)
            } else {
                unwoven.append((number, .wrapperRefused))
            }
        }
        for (unit, list) in members {
            let most = max(1, Self.limitBytes / max(units[unit].region.count, 1))
            guard list.count > most else { continue }
            let ranked = list.sorted {
                (mutations[$0].mutation.prior, $1) > (mutations[$1].mutation.prior, $0)
            }
            members[unit] = ranked.prefix(most).sorted()
            unwoven += ranked.dropFirst(most).map { (mutations[$0].number, .tooMuchCode) }
        }
        return (members, unwoven.sorted { $0.0 < $1.0 })
    }
}
