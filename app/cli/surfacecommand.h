// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass surface URL|FILE [--save FILE] [--compare FILE] [--ignore WHAT,…]`: what others rely on of an
/// endpoint, its metric names, types, labels and help, as a text to be committed, or held against one that
/// is. Without --save and --compare the text is printed.
///
/// Exit code 0 when all is well, 1 when it differs from what --compare names in a way that is not ignored, 2
/// on wrong usage and where it cannot be told: the endpoint does not answer, its page or the file cannot be
/// read, or the file cannot be written.
int runSurfaceCommand(const QStringList &arguments);

} // namespace sightglass
