#include "CTableScan.h"
