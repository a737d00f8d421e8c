import X12Mapping

/// The loops of 005010X220A1, by their printed ids.
enum EnrollmentLoop: String, MappedLoop, CaseIterable {
    case transaction = ""
    case sponsor = "1000A"
    case payer = "1000B"
    case broker = "1000C"
    case brokerAccount = "1100C"
    case member = "2000"
    case memberName = "2100A"
    case incorrectName = "2100B"
    case mailingAddress = "2100C"
    case employer = "2100D"
    case school = "2100E"
    case custodialParent = "2100F"
    case responsiblePerson = "2100G"
    case dropOffLocation = "2100H"
    case disability = "2200"
    case coverage = "2300"
    case provider = "2310"
    case coordination = "2320"
    case coordinationEntity = "2330"
    case additionalCategories = "2700"
    case reportingCategories = "2710"
    case reportingCategory = "2750"
}
