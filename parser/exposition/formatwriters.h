// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/exposedfamily.h"

#include <string>

namespace sightglass {

/// One family at the end of `out`, as writeExposition() says.
void writePrometheusText(const ExposedFamily &family, std::string &out);
void writeOpenMetrics(const ExposedFamily &family, std::string &out); ///< without the end of the page
void writeProtobuf(const ExposedFamily &family, std::string &out);

} // namespace sightglass
