// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

#include <QImage>

#include <string_view>

namespace sightglass::test {

/// A panel of Grafana's JSON of this type, with a query that has an answer in the store of drawnPanel().
[[nodiscard]] grafana::Json plainPanel(std::string_view type);

/// The panel as it is drawn, imported as the only one of a dashboard and answered from a store of made-up
/// series: m{host,zone} of four hosts, gappy with a hole in the middle, h_bucket of a latency, state that
/// changes.
[[nodiscard]] QImage drawnPanel(const grafana::Json &panel);

} // namespace sightglass::test
