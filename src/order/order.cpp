// SPDX-License-Identifier: Apache-2.0
#include "order/order.h"
namespace broadsheet { Page find_order(Page p) { return p; } }
