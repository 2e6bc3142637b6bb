import Incident

extension TrapSignature {
    /// Messages of the Swift 6.3 runtime and standard library, by class. Texts are matched from their beginning.
    static let table: [TrapSignature] = [
        TrapSignature(.zeroDivision, ["Division by zero"]),
        TrapSignature(
            .integerOverflow,
            [
                "Division results in an overflow", "arithmetic overflow", "Remainder results in an overflow",
                "Overflow in", "Range is not representable",
            ]),
        TrapSignature(
            .nilUnwrap, by: .anyone,
            [
                "Unexpectedly found nil while unwrapping an Optional value",
                "Unexpectedly found nil while implicitly unwrapping an Optional value",
                "unsafelyUnwrapped of nil optional",
            ]),
        TrapSignature(
            .indexOutOfRange,
            [
                "Index out of range", "Array index is out of range", "Index out of bounds",
                "Negative Array index",
                "String index is out of bounds", "String index range is out of bounds",
                "Substring index is out of bounds", "Array index out of range", "Range out of bounds",
                "Array replace: subrange", "Array insert: index out of bounds",
                "Attempting to access Dictionary elements using an invalid index",
                "Attempting to access Set elements using an invalid index", "Out of bounds",
                "Cannot advance past endIndex", "Can't advance past endIndex",
                "Can't advance before startIndex", "Can't move before startIndex",
                "Can't move index before startIndex", "Can't retreat before startIndex",
                "ArraySlice index is out of range",
                "Attempting to access Collection elements using an invalid",
                "Can't advance beyond", "Invalid index", "ContiguousArray index is out of range",
                "ContiguousArray replace: subrange", "ArraySlice replace: subrange",
            ]),
        TrapSignature(
            .invalidRange,
            [
                "Range requires lowerBound <= upperBound", "Stride size must not be zero",
                "Can't get random value with an empty range", "Range requires that upperBound >= lowerBound",
                "Range cannot have an unordered", "Can't form Range with upperBound < lowerBound",
                "Can't remove subrange",
            ]),
        TrapSignature(
            .negativeCount,
            [
                "Can't construct Array with count < 0", "Negative count not allowed",
                "Can't take a prefix of negative length from a collection",
                "Can't take a suffix of negative length from a collection",
                "Can't drop a negative number of elements from a",
                "Number of elements to remove should be non-negative",
                "Can't construct ContiguousArray with count < 0",
                "Can't construct ArraySlice with count < 0",
                "Can't take a prefix of negative length",
                "Can't take a suffix of negative length from a sequence",
            ]),
        TrapSignature(
            .emptyCollection,
            [
                "Can't remove first element from an empty collection",
                "Can't remove last element from an empty collection",
                "Can't remove items from an empty collection", "Can't remove from an empty collection",
                "Can't removeFirst from an empty", "Can't removeLast from an empty",
                "Can't remove more items from a collection than it",
                "Can't removeFirst from an empty", "Can't removeLast from an empty",
                "Can't remove first items from an empty", "Can't remove last items from an empty",
            ]),
        TrapSignature(
            .lossyConversion,
            [
                "Not enough bits to represent", "Negative value is not representable",
                "Double value cannot be converted", "Float value cannot be converted",
                "Float16 value cannot be converted", "Float80 value cannot be converted",
            ]),
        TrapSignature(
            .duplicateKeys,
            [
                "Duplicate values for key:", "Dictionary literal contains duplicate keys",
                "Duplicate elements of type",
            ]),
        TrapSignature(
            .forceTry, by: .anyone, ["'try!' expression unexpectedly raised an error:"]),
        TrapSignature(.uncaughtError, by: .anyone, ["Error raised at top level:"]),
        TrapSignature(
            .continuationMisuse, by: .anyone, ["SWIFT TASK CONTINUATION MISUSE:"]),
        TrapSignature(.forceCast, kind: .runtime, ["Could not cast value of type '"]),
        TrapSignature(
            .exclusivityViolation, kind: .runtime,
            ["Simultaneous accesses to 0x", "Fatal access conflict detected."]),
        TrapSignature(
            .unownedReference,
            [
                "Attempted to read an unowned reference", "Object 0x",
                "Attempted to retain an unowned reference",
            ]),
        TrapSignature(
            .actorIsolation, by: .anyone,
            ["Incorrect actor executor assumption"]),
        TrapSignature(
            .memoryExhaustion, kind: .runtime,
            [
                "failed to allocate", "terminate called after throwing an instance of 'std::bad_alloc'",
                "could not allocate", "std::bad_alloc", "Cannot allocate memory", "Out of memory",
                "out of memory",
            ]),
        TrapSignature(.preconditionFailure, kind: .precondition, by: .anyone),
        TrapSignature(.assertionTrap, kind: .assertion, by: .anyone),
        TrapSignature(.fatalError, kind: .fatalError, by: .user),
    ]
}
