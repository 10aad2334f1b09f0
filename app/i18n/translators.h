// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace sightglass {

/// Loads our own texts and Qt's in the language of the desktop, where there is a translation; English else.
void installTranslators(QCoreApplication &application);

} // namespace sightglass
