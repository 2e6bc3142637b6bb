import Classifier
import Fixers
import Foundation
package import Incident
package import Injector
import SourceEdit
package import Workspace

/// Heals a Swift package in a private copy.
///
/// ```
/// copy ─► (baseline ─► inject) ─► observe ─► diagnose ─► fix ─► verify ─► regress ─► report
///                                     ▲                          │
///                                     └── another failure left ──┘
/// ```
package struct CodeHealer: Sendable {
    private let workspace: Workspace
    private let options: HealOptions
    private let emit: @Sendable (HealEvent) -> Void

    package init(
        workspace: Workspace, options: HealOptions = HealOptions(),
        emit: @escaping @Sendable (HealEvent) -> Void
    ) {
        self.workspace = workspace
        self.options = options
        self.emit = emit
    }

    /// Heals whatever makes the package's tests fail.
    ///
    /// - Parameters:
    ///   - patient: the package's directory.
    ///   - name: what the report calls it.
    ///   - fault: a fault to put into the copy first, as a demo does; nil heals the package as it is.
    /// - Returns: the record of the run, for every verdict. A time limit that passes is a verdict, too.
    /// - Throws: `LabError` when the package cannot be worked on, `CancellationError` when the task is cancelled.
    package func heal(package patient: String, name: String, injecting fault: FaultRequest? = nil)
        async throws -> HealRecord
    {
        let run = HealRun(
            workspace: workspace, options: options, name: name, emit: emit)
        guard let limit = options.timeLimit else {
            try await run.heal(patient, injecting: fault)
            return try await run.finish()
        }
        let isInTime = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await run.heal(patient, injecting: fault)
                return true
            }
            group.addTask {
                try await Task.sleep(for: limit)
                return false
            }
            let first = try await group.next() ?? false
            group.cancelAll()
            // The other task ends by cancellation, which is no error of this run.
            while let result = await group.nextResult() { _ = result }
            return first
        }
        if !isInTime { await run.timeOut() }
        return try await run.finish()
    }
}

/// A fault to inject and where.
package struct FaultRequest: Sendable {
    package var fault: any Fault
    /// `file:line`; nil takes the first site that the tests notice.
    package var place: SourceLocation?

    package init(fault: any Fault, place: SourceLocation? = nil) {
        self.fault = fault
        self.place = place
    }
}
