// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionformat.h"

#include <string>

namespace sightglass::bench {

/// A body like that of a big kube-state-metrics: about 49,000 samples of 118 bytes in 60 families, long label
/// values.
[[nodiscard]] std::string kubernetesLikeBody();

/// A body like a node exporter's: about 500 samples, short lines, a HELP and a TYPE for every few of them.
[[nodiscard]] std::string nodeExporterLikeBody();

/// The same samples in another format.
[[nodiscard]] std::string inFormat(ExpositionFormat format, const std::string &textBody);

} // namespace sightglass::bench
