/// The columns of rosters in their order, as MassHealth and its partners name them.
enum RosterColumns {
    typealias Columns = [(String, RosterField)]

    static let assignment: Columns =
        member + aco + [
            ("Health_Plan_ID", .healthPlanId), ("Member_CP_Assignment_Plan", .plan),
            ("CP_Name_DSRIP", .cpDsripName), ("CP_Name_Official", .cpName), ("CP_PID", .cpPid),
            ("CP_SL", .cpPidsl), ("Enrollment_Start_Date", .start),
            ("Start_Reason_Desc", .startReason), ("Residential_Address_Line_1", .homeStreet),
            ("Residential_Address_Line_2", .homeFlat), ("Residential_Address_City", .homeTown),
            ("Residential_Address_State", .homeState), ("Residential_Address_ZipCode_1", .homeZip),
            ("Residential_Address_ZipCode_2", .homeZip4), ("Email", .email),
            ("Phone_Number_Cell", .cellPhone), ("Phone_Number_Day", .phone),
            ("Phone_Number_Night", .blank), ("Primary_Language_Spoken_Desc", .spokenLanguage),
            ("Primary_Diagnosis", .blank), ("Secondary_Diagnosis", .blank),
            ("PCP_Name_Last", .pcpLastName), ("PCP_Name_First", .pcpFirstName),
            ("PCP_NPI", .pcpNpi), ("PCP_Address_Line_1", .pcpStreet),
            ("PCP_Address_Line_2", .pcpFlat), ("PCP_Address_City", .pcpTown),
            ("PCP_Address_State", .pcpState), ("PCP_Address_ZipCode", .pcpZip),
            ("PCP_Phone_Number", .pcpPhone), ("DMH_Flag", .flag), ("DDS_Flag", .flag),
            ("EOEA_Flag", .flag), ("ED_Visits", .visitCount), ("SNF_Discharge", .flag),
            ("Identification_Flag", .identification), ("Record_Status", .status),
            ("Record_Update_Date", .updated), ("Export_Date", .exported),
        ]

    static let enrollment: Columns =
        member + aco + [
            ("Member_CP_Assignment_Plan", .plan), ("CP_Name_Official", .cpName),
            ("CP_PID", .cpPid), ("CP_SL", .cpPidsl), ("Enrollment_Start_Date", .start),
            ("Start_Reason_Desc", .startReason), ("Disenrollment_Date", .end),
            ("Stop_Reason_Desc", .stopReason), ("Record_Status", .status),
            ("Record_Update_Date", .updated), ("Export_Date", .exported),
        ]

    static let statusOutreach: Columns =
        member + aco + [
            ("CP_Name_Official", .cpName), ("CP_PID", .cpPid), ("CP_SL", .cpPidsl),
            ("CP_Outreach_Status", .outreachStatus), ("CP_Last_Contact_Date", .lastContact),
            ("CP_Last_Contact_Face", .lastContactFace), ("CP_Contact_Face", .contactFace),
            ("CP_Participation_Agreed_Date", .agreed),
            ("Key_Contact_Name_First", .contactFirstName),
            ("Key_Contact_Name_Last", .contactLastName), ("Key_Contact_Phone", .contactPhone),
            ("Key_Contact_Email", .contactEmail),
            ("Care_Coordinator_Name_First", .coordinatorFirstName),
            ("Care_Coordinator_Name_Last", .coordinatorLastName),
            ("Care_Coordinator_Phone", .coordinatorPhone),
            ("Care_Coordinator_Email", .coordinatorEmail), ("Report_Start_Date", .reportStart),
            ("Report_End_Date", .reportEnd), ("Record_Status", .status),
            ("Record_Update_Date", .updated), ("Export_Date", .exported),
        ]

    static let payment: Columns =
        Array(member.prefix(5)) + [
            ("Member_CP_Assignment_Plan", .plan), ("CP_Enrollment_Start_Date", .start),
            ("CP_Name_DSRIP", .cpDsripName), ("CP_Name_Official", .cpName), ("CP_PID", .cpPid),
            ("CP_SL", .cpPidsl), ("Month_Payment_Issued", .paymentMonth),
            ("Paid_DOS", .serviceDate), ("Paid_Num_ICN", .claimNumber),
            ("Adjustment_Amount", .adjustment), ("Amount_Paid", .amount),
            ("Payment_Date", .paymentDate),
        ]

    static let paymentSums: Columns = [
        ("CP Abbreviation", .cpShortName), ("CP PID", .cpPid), ("CP SL", .cpPidsl),
        ("CP Name DSRIP", .cpDsripName), ("Number Claims", .claimCount),
        ("Number Members", .memberCount), ("Total Claims Amount", .sum),
        ("Total Adjustment Amount", .adjustment), ("Net Amount", .sum),
    ]

    static let summary: Columns = [
        ("Sender", .sender), ("Sent_Row_Num", .sentRows), ("Sent_Column_Num", .sentColumns),
        ("Sent_Export_Time_Stamp", .sentTime), ("Receiver", .receiver),
        ("Received_Row_Num", .blank), ("Received_Column_Num", .blank),
        ("Received_Export_Time_Stamp", .blank),
    ]

    private static let member: Columns = [
        ("Medicaid_ID", .memberId), ("Member_Name_Last", .lastName),
        ("Member_Name_First", .firstName), ("Member_Middle_Initial", .middleInitial),
        ("Member_Suffix", .suffix), ("Member_Date_of_Birth", .birthDate), ("Member_Sex", .sex),
    ]

    private static let aco: Columns = [
        ("ACO_MCO_Name", .acoName), ("ACO_MCO_PID", .acoPid), ("ACO_MCO_SL", .acoPidsl),
    ]
}

/// Those of the claims extract, of visits and of Flexible Services.
extension RosterColumns {
    static let memberRoster: Columns = [
        ("member_id", .memberId), ("nam_first", .firstName), ("nam_last", .lastName),
        ("cp_pidsl", .cpPidsl), ("cp_name", .cpName), ("aco_pidsl", .acoPidsl),
        ("aco_name", .acoName), ("mco_pidsl", .mcoPidsl), ("mco_name", .mcoName),
        ("sex", .sexWord), ("date_of_birth", .birthDate), ("mailing_address_1", .mailStreet),
        ("mailing_address_2", .mailFlat), ("mailing_city", .mailTown),
        ("mailing_state", .mailState),
        ("mailing_zip", .mailZip), ("residential_address_1", .homeStreet),
        ("residential_address_2", .homeFlat), ("residential_city", .homeTown),
        ("residential_state", .homeState), ("residential_zip", .homeZip), ("race", .race),
        ("phone_number", .phone), ("primary_language_s", .spokenLanguage),
        ("primary_language_w", .writtenLanguage), ("sdh_nss7_score", .score),
        ("sdh_homelessness", .flag), ("sdh_addresses_flag", .flag), ("sdh_other_disabled", .flag),
        ("sdh_spmi", .flag), ("raw_risk_score", .score), ("normalized_risk_score", .score),
        ("raw_dxcg_risk_score", .score), ("last_office_visit", .officeVisit),
        ("last_ed_visit", .emergencyVisit), ("last_ip_visit", .inpatientVisit),
        ("enrolled_flag", .enrolled), ("enrollment_status", .enrollmentStatus),
        ("cp_claim_dt", .activityDate), ("qualifying_hcpcs", .activityCode),
        ("qualifying_hcpcs_nm", .activityName), ("qualifying_dsc", .blank), ("email", .email),
        ("head_of_household", .headOfHousehold), ("sdh_smi", .flag),
    ]

    static let enrollmentRoster: Columns = [
        ("member_id", .memberId), ("performance_year", .performanceYear), ("region", .region),
        ("service_area", .serviceArea), ("aco_pidsl", .acoPidsl), ("aco_name", .acoName),
        ("pcc_pidsl", .pcpPidsl), ("pcc_name", .pcpName), ("pcc_npi", .pcpNpi),
        ("pcc_taxid", .pcpTaxId), ("mco_pidsl", .mcoPidsl), ("mco_name", .mcoName),
        ("enrolled_flag", .enrolled), ("enroll_type", .blank), ("enroll_stop_reason", .blank),
        ("rating_category_char_cd", .ratingCategory), ("ind_dds", .flag), ("ind_dmh", .flag),
        ("ind_dta", .flag), ("ind_dss", .flag), ("cde_hcb_waiver", .blank),
        ("cde_waiver_category", .blank), ("span_start_date", .spanStart),
        ("span_end_date", .spanEnd), ("span_mem_days", .spanDays),
        ("cp_prov_type", .cpProviderType), ("cp_plan_type", .cpPlanType), ("cp_pidsl", .cpPidsl),
        ("cp_prov_name", .cpName), ("cp_enroll_dt", .start), ("cp_disenroll_dt", .blank),
        ("cp_start_rsn", .startReason), ("cp_stop_rsn", .blank), ("ind_medicare_a", .flag),
        ("ind_medicare_b", .flag), ("tpl_coverage_cat", .blank),
    ]

    static let visits: Columns = [
        ("Medicaid ID", .memberId), ("Last Name", .lastName), ("First Name", .firstName),
        ("Gender", .sexWord), ("DOB", .birthDate), ("Admit Date", .admitted),
        ("Discharge Date", .discharged), ("Discharge Disposition", .disposition),
        ("Encounter Major Class", .visitClass), ("Visit Type", .visitType),
        ("Encounter Facility", .facility), ("Chief Complaint", .complaint),
        ("Diagnosis", .diagnoses), ("Attending Physician", .physician),
    ]

    static let flexibleServices: Columns = [
        ("Medicaid_ID", .memberId), ("Member_Name_Last", .lastName),
        ("Member_Name_First", .firstName), ("Member_Middle_Initial", .middleInitial),
        ("Member_Suffix", .suffix), ("Member_Date_of_Birth", .birthDate), ("ACO_Name", .acoName),
        ("Delivery_Entities", .delivery), ("Transportation", .transportation),
        ("Gender", .gender), ("Gender_Detail", .blank), ("Orientation", .orientation),
        ("Orientation_Detail", .blank), ("Race", .race), ("Race_Detail", .blank),
        ("Language", .spokenLanguage), ("Language_Detail", .blank), ("Education", .education),
        ("Education_Detail", .blank), ("Employment", .employment), ("Health_Needs", .healthNeeds),
        ("Risk_Factors", .riskFactors),
    ]
}
