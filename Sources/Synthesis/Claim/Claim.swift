/// One claim as it was drawn, before it is written; kept to reuse the memory of its lists.
struct Claim {
    /// Counts the claims of a file from 0.
    var number = 0
    var practice = Practice.clinic
    /// CLM05-1: place of service, or the first two digits of the type of bill.
    var facility: StaticString = "11"
    /// CLM05-3.
    var frequency = UInt8(ascii: "1")
    /// Cents; the sum of the lines.
    var charge = 0
    /// The first and the last day of service.
    var start = Day(number: 0)
    var end = Day(number: 0)
    /// The first is the principal one.
    var diagnoses: [UnsafeBufferPointer<UInt8>] = []
    var lines: [ServiceLine] = []
    /// Codes of the procedures in a hospital and their days.
    var procedures: [(code: UnsafeBufferPointer<UInt8>, day: Day)] = []
    var isInjury = false
    var isEmergency = false
    /// A stay with admission and discharge.
    var isStay = false
    /// The clinician whom the claim names, by place in the directory.
    var clinician = 0

    var isOriginal: Bool { frequency != UInt8(ascii: "7") && frequency != UInt8(ascii: "8") }

    /// Whether the patient stays after the last day.
    var isInterim: Bool { frequency == UInt8(ascii: "2") || frequency == UInt8(ascii: "3") }

    mutating func begin(number: Int, _ practice: Practice, clinician: Int, end: Day) {
        self.number = number
        self.practice = practice
        self.clinician = clinician
        self.end = end
        start = end
        facility = "11"
        frequency = UInt8(ascii: "1")
        isInjury = false
        isEmergency = false
        isStay = false
        diagnoses.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        procedures.removeAll(keepingCapacity: true)
    }
}

/// One service line of a claim.
struct ServiceLine {
    var service: Service
    /// Modifiers besides the code's own, two letters each.
    var modifiers: StaticString = ""
    /// Cents.
    var charge: Int
    var units = 1
    var start: Day
    var end: Day
    /// The tooth's number or letter, or nothing.
    var tooth: StaticString = ""
    /// Letters of the surfaces.
    var surfaces: StaticString = ""
    /// Two digits of a jaw or quadrant, or nothing.
    var area: StaticString = ""
    /// SV305: `I` or `R`, or nothing.
    var prosthesis: StaticString = ""
    /// How many diagnoses the line points to, from `firstPointer` on.
    var pointers = 1
    var firstPointer = 1
}

/// What another payer decided about one line; the parts add up to the line's charge.
struct Adjudication {
    var paid: Int
    /// Taken off by contract (CAS*CO*45).
    var contractual: Int
    /// Left to the patient (CAS*PR*2).
    var patient: Int
    /// Paid by the payer before (CAS*OA*23).
    var prior: Int
}

/// A payer that was asked before MassHealth, and what it decided about the claim at hand.
struct OtherPayer {
    /// Place in the list of insurers.
    var insurer = 0
    var decided = Day(number: 0)
    /// Whether it tells each line's outcome; otherwise only the claim's.
    var adjudicatesLines = true
    /// Cents that it paid for the claim.
    var paid = 0
    /// Cents that it took off the whole claim (CAS*PR*1).
    var deductible = 0
    /// Sums over the lines.
    var total = Adjudication(paid: 0, contractual: 0, patient: 0, prior: 0)
    var lines: [Adjudication] = []
}
