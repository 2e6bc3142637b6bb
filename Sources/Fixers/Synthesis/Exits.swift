import Incident
import SourceEdit
import SwiftSyntax

/// Ways out of a function when a guard does not hold, most fitting first.
struct Exits {
    /// Statements such as `throw RatioError.emptyTotal`, `return nil`, `return 0`, `continue`.
    let statements: [String]
    /// Expressions to fall back on in place of a failing one, such as `0` or `[]`.
    let defaults: [String]

    /// - Parameters:
    ///   - scope: the function or closure that is left.
    ///   - subjects: identifiers of the failing expression, for errors that carry one.
    ///   - isInLoop: whether `continue` and `break` are possible.
    init(
        from scope: FunctionContext, diagnosis: Diagnosis, patient: PatientSource, file: SourceFile,
        subjects: [String], isInLoop: Bool
    ) {
        let expectations = TestExpectation.all(for: diagnosis, in: patient)
        let values = TestExpectation.values(expectations)
        let returnValues = Values.returned(
            from: scope, expected: values, expectsNil: expectations.contains(.absent), file: file,
            patient: patient)
        var exits: [String] = []
        if scope.isThrowing {
            exits += Self.throwing(
                expectations, diagnosis: diagnosis, patient: patient, file: file, subjects: subjects,
                scope: scope)
        }
        let returns = returnValues.map { $0.isEmpty ? "return" : "return " + $0 }
        // A test that expects an error wants a throw first; one that compares a value wants a return first.
        let wantsError = expectations.contains {
            switch $0 {
            case .error, .anyError: true
            default: false
            }
        }
        exits = wantsError || values.isEmpty && scope.isThrowing ? exits + returns : returns + exits
        if isInLoop { exits.insert(contentsOf: ["continue", "break"], at: Swift.min(4, exits.count)) }
        var seen: Set<String> = []
        statements = exits.filter { seen.insert($0).inserted }
        defaults = Values.defaults(expected: values, scope: scope, file: file, patient: patient)
    }

    private static func throwing(
        _ expectations: [TestExpectation], diagnosis: Diagnosis, patient: PatientSource, file: SourceFile,
        subjects: [String], scope: FunctionContext
    ) -> [String] {
        let words = Self.words(for: diagnosis.failureClass)
        var expectedNames: [String] = []
        for case .error(let text) in expectations {
            expectedNames.append(String((text.split(separator: ".").last ?? "").prefix { $0 != "(" }))
        }
        let typed = scope.node.as(FunctionDeclSyntax.self)?.signature.effectSpecifiers?.throwsClause?.type?
            .trimmedDescription
        let usedHere = Set(
            scope.node.descendants(ThrowStmtSyntax.self).compactMap { errorType($0.expression) })
        let usedInFile = Set(
            file.tree.descendants(ThrowStmtSyntax.self).compactMap { errorType($0.expression) })
        func rank(_ error: ErrorCase) -> Int {
            var score = 0
            if let position = expectedNames.firstIndex(of: error.name) { score -= 1000 - position * 10 }
            if error.uses == 0 { score -= 100 }
            if let typed, error.type == typed || error.type.hasSuffix("." + typed) { score -= 80 }
            if usedHere.contains(error.type) { score -= 40 }
            if usedInFile.contains(error.type) { score -= 20 }
            if error.file == file.path { score -= 20 }
            let lowered = error.name.lowercased()
            if words.contains(where: { lowered.contains($0) }) { score -= 30 }
            if let last = error.type.split(separator: ".").last,
                let owner = scope.name.split(separator: ".").first,
                last.lowercased().hasPrefix(owner.lowercased().prefix(4))
            {
                score -= 15
            }
            return score
        }
        let ranked = patient.errorCases.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element).prefix(8)
        // An expected payload is as good a witness as the case itself, where it is constant in the test.
        let literal = expectations.compactMap { expectation -> String? in
            guard case .error(let text) = expectation, text.contains("(") else { return nil }
            return text
        }
        return ranked.flatMap { error -> [String] in
            let path = "\(error.type).\(error.name)"
            guard !error.payload.isEmpty else { return ["throw \(path)"] }
            var calls = Values.arguments(for: error.payload, subjects: subjects, scope: scope)
                .map { "throw \(path)(\($0))" }
            for text in literal where text.contains(".\(error.name)(") {
                if let open = text.firstIndex(of: "(") { calls.append("throw \(path)\(text[open...])") }
            }
            return calls
        }
    }

    private static func errorType(_ expression: ExprSyntax) -> String? {
        var access = expression.as(MemberAccessExprSyntax.self)
        if let call = expression.as(FunctionCallExprSyntax.self) {
            access = call.calledExpression.as(MemberAccessExprSyntax.self)
        }
        return access?.base?.trimmedDescription
    }

    /// Stems that names of error cases for a failure class tend to contain.
    static func words(for failureClass: FailureClass) -> [String] {
        switch failureClass {
        case .zeroDivision: ["zero", "empty", "divi", "no"]
        case .nilUnwrap: ["missing", "unknown", "notfound", "nil", "absent", "no"]
        case .indexOutOfRange: ["range", "bound", "index", "missing", "short"]
        case .integerOverflow: ["overflow", "large", "big", "exceed", "range"]
        case .invalidRange: ["range", "order", "revers", "invert", "bound"]
        case .negativeCount: ["negative", "count", "size", "small"]
        case .emptyCollection: ["empty", "no", "missing"]
        case .forceCast: ["type", "cast", "mismatch", "wrong", "unexpected", "invalid"]
        case .forceTry: ["invalid", "malformed", "unreadable", "parse", "bad"]
        case .lossyConversion: ["range", "large", "fit", "overflow", "invalid", "finite"]
        case .stackOverflow: ["deep", "depth", "cycle", "circular", "recurs", "level", "nest"]
        default: ["unsupported", "unknown", "invalid"]
        }
    }
}
