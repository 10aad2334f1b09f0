// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace sightglass {

/// Makes a table one that is read row by row: whole rows are selected, nothing is edited, Tab leads out of
/// it; neither grid nor frame nor row heads; heads of columns at the left. Rows are as high as a line of text
/// and `air` logical pixels.
void makePlain(QTableView *table, int air);

} // namespace sightglass
