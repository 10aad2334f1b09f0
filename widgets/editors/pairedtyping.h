// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;
class QPlainTextEdit;

namespace sightglass {

/// Brackets and quotes come in pairs: typing the first writes both, typing a second that is there goes behind
/// it, a selection gets enclosed, Backspace in an empty pair takes both away. `inString`: the cursor stands
/// in a string, where brackets and other quotes are characters like any. False where the key means what it
/// always does.
bool handlePairKey(QPlainTextEdit &editor, const QKeyEvent &event, bool inString);

} // namespace sightglass
