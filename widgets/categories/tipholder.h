// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/readout.h"
#include "widgets/style/theme.h"

#include <QPoint>
#include <QPointer>

#include <functional>
#include <optional>

class QWidget;

namespace sightglass {

class ReadoutTip;

/// The read-out beside the pointer of a chart that is not over time.
class TipHolder
{
public:
    /// `displaced`: the subject has moved away below the pointer.
    TipHolder(QWidget &subject, std::function<void()> displaced);
    ~TipHolder();
    Q_DISABLE_COPY_MOVE(TipHolder)

    /// See ReadoutTip::setMostSize().
    void setMostSize(std::optional<double> width, std::optional<double> height);
    /// At a place of the subject; an empty read-out hides it.
    void show(QPoint place, const Readout &readout, const Theme &theme);
    void hide();

private:
    QWidget &m_subject;
    std::function<void()> m_displaced;
    QPointer<ReadoutTip> m_tip;
    std::optional<double> m_mostWidth;
    std::optional<double> m_mostHeight;
};

/// What is spoken of a read-out: its title, rows and note.
[[nodiscard]] QString spokenReadout(const Readout &readout);

} // namespace sightglass
