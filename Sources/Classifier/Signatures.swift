/// The registry. Order decides: a symptom belongs to the first signature that recognises it.
package enum Signatures {
    package static let all: [any Signature] =
        TrapSignature.table
        + [
            DispatchDeadlock(),
            WrongQueue(),
            SilentOverflow(),
            StackOverflow(),
            SilentStackOverflow(),
            LeakedContinuation(),
            InfiniteLoop(),
            TimeOut(),
            DataRace(),
            MemoryExhaustion(),
            AnyTrap(),
            Killed(),
            TimeLimit(),
            ThrownError(),
            XCTestExpectation(),
            SwiftTestingExpectation(),
            MissingTestProduct(),
            CompilerError(),
            LinkerError(),
            PackageError(),
            NoTests(),
        ]
}
