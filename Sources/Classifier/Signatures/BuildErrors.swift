package import Incident

/// An error of a compiler, with the edits it proposed.
package struct CompilerError: Signature {
    package let id = "build.compiler"
    package let failureClass = FailureClass.buildError

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .compiler(let message) = symptom else { return nil }
        let fixIts = message.fixIts.map { fixIt in
            var fixIt = fixIt
            fixIt.file = reading.code.file(fixIt.file) ?? fixIt.file
            return fixIt
        }
        return Diagnosis(
            failureClass: failureClass, signature: id, location: reading.code.place(message.location),
            confidence: .high, evidence: message.lines, fixIts: fixIts)
    }
}

/// A symbol that no object file defines, and other last words of a linker.
package struct LinkerError: Signature {
    package let id = "build.linker"
    package let failureClass = FailureClass.buildError

    static func speaks(_ line: String) -> Bool {
        line.contains("undefined reference to") || line.contains("undefined symbol: ")
            || line.contains("Undefined symbols for architecture") || line.contains("duplicate symbol")
            || line.contains("multiple definition of") || line.contains("ld: cannot find -l")
            || line.contains("error: unable to find library -l")
            || line.contains("cannot open shared object file")
    }

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .tool(let line) = symptom, Self.speaks(line) else { return nil }
        let place = line.firstRange(of: ": error: ").map { Place(line[..<$0.lowerBound]) }
        let location = place.flatMap { place in
            place.line.flatMap { line in
                reading.code.file(place.path).map {
                    SourceLocation(file: $0, line: line, column: place.column)
                }
            }
        }
        return Diagnosis(
            failureClass: failureClass, signature: id, location: location, confidence: .high, evidence: [line]
        )
    }
}

/// SwiftPM cannot make sense of the package: its manifest, its targets, its dependencies.
package struct PackageError: Signature {
    package let id = "build.package"
    package let failureClass = FailureClass.buildError
    /// These only say that something before them failed.
    private static let echoes = [
        "error: emit-module command failed", "error: link command failed", "error: compile command failed",
        "error: ExitCode(", "error: fatalError", "error: Process '", "error: terminated(",
        "error: build failed",
    ]

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .tool(let line) = symptom, line.hasPrefix("error: "),
            !Self.echoes.contains(where: line.hasPrefix)
        else { return nil }
        return Diagnosis(failureClass: failureClass, signature: id, confidence: .medium, evidence: [line])
    }
}

/// There is nothing to run the tests with, or no test target.
package struct MissingTestProduct: Signature {
    package let id = "build.missing_test_product"
    package let failureClass = FailureClass.missingTestProduct
    private static let texts = [
        "no such module 'XCTest'", "no such module 'Testing'", "no tests found; create a target",
        "could not find test product", "no test products",
    ]

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        switch symptom {
        case .tool(let line) where Self.texts.contains(where: line.contains):
            return Diagnosis(failureClass: failureClass, signature: id, confidence: .high, evidence: [line])
        case .compiler(let message) where Self.texts.contains(message.text):
            return Diagnosis(
                failureClass: failureClass, signature: id, location: reading.code.place(message.location),
                confidence: .high, evidence: message.lines)
        default: return nil
        }
    }
}

/// A run that ended well because it ran nothing.
package struct NoTests: Signature {
    package let id = "test.no_tests"
    package let failureClass = FailureClass.noTests

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .nothingRan(let line) = symptom else { return nil }
        return Diagnosis(failureClass: failureClass, signature: id, confidence: .high, evidence: [line])
    }
}
