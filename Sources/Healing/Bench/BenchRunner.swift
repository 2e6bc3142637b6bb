package import Scoreboard
import Synchronization

/// Carries trials out, several at once where there are several players, and keeps each as it ends.
package struct BenchRunner: Sendable {
    /// One trial to be run.
    package struct Errand: Sendable {
        package var item: BenchCase
        package var repetition: Int

        package init(_ item: BenchCase, repetition: Int) {
            self.item = item
            self.repetition = repetition
        }
    }

    private let store: TrialStore
    private let emit: @Sendable (BenchEvent) -> Void

    package init(store: TrialStore, emit: @escaping @Sendable (BenchEvent) -> Void) {
        self.store = store
        self.emit = emit
    }

    /// Every case so often, first each case once, so that a run that is stopped has seen as many cases as it could.
    package static func errands(_ cases: [BenchCase], repetitions: Int, without done: [Trial]) -> [Errand] {
        (1...max(1, repetitions)).flatMap { repetition in
            cases.filter { item in
                !done.contains {
                    $0.caseID == item.id && $0.domain == item.domain && $0.repetition == repetition
                }
            }.map { Errand($0, repetition: repetition) }
        }
    }

    /// Runs the errands in order, each by the first player that is free.
    ///
    /// - Parameter before: trials of the whole run that are done already, and how many there are to be.
    /// - Throws: what a player throws; the trials that ended are kept.
    package func run(
        _ errands: [Errand], players: [any TrialPlayer], before: (done: Int, all: Int)
    ) async throws {
        let queue = ErrandQueue(errands)
        let count = DoneCount(before.done)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for player in players {
                group.addTask {
                    while let errand = queue.next() {
                        try Task.checkCancellation()
                        emit(.started(errand.item, repetition: errand.repetition))
                        let played = try await player.play(errand.item, repetition: errand.repetition) {
                            emit(.progress(errand.item, $0))
                        }
                        let trial = try store.keep(played)
                        emit(.ended(errand.item, trial, done: count.next(), of: before.all))
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// Hands out errands, each once.
private final class ErrandQueue: Sendable {
    private let rest: Mutex<ArraySlice<BenchRunner.Errand>>

    init(_ errands: [BenchRunner.Errand]) { rest = Mutex(errands[...]) }

    func next() -> BenchRunner.Errand? { rest.withLock { $0.popFirst() } }
}

private final class DoneCount: Sendable {
    private let count: Mutex<Int>

    init(_ start: Int) { count = Mutex(start) }

    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
