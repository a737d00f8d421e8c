#include "CX12Scan.h"
