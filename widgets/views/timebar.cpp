// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/timebar.h"

#include "model/presentation/timeselection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace sightglass {

namespace {
constexpr std::array<int, 9> minutes = {1, 2, 5, 15, 30, 60, 180, 360, 1440};
} // namespace

TimeBar::TimeBar(QWidget *parent)
    : QWidget(parent)
    , m_length(new QComboBox)
    , m_pause(new QToolButton)
    , m_back(new QToolButton)
{
    m_length->setAccessibleName(tr("Time range"));
    for (const int length : minutes) {
        const QString text = length < 60 ? tr("Last %n minute(s)", nullptr, length)
                                         : tr("Last %n hour(s)", nullptr, length / 60);
        m_length->addItem(text, static_cast<qint64>(length) * 60 * 1000);
    }
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Stop the panels moving; scraping goes on (Space)"));
    m_pause->setCheckable(true);
    m_back->setText(tr("Zoom out"));
    m_back->setToolTip(tr("Back to the time shown before (Backspace)"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(6);
    layout->addWidget(m_back);
    layout->addWidget(m_pause);
    layout->addWidget(m_length);

    connect(m_length, &QComboBox::activated, this,
            [this] { emit lengthChosen(m_length->currentData().toLongLong()); });
    connect(m_pause, &QToolButton::clicked, this, &TimeBar::pauseToggled);
    connect(m_back, &QToolButton::clicked, this, &TimeBar::zoomOutRequested);
}

void TimeBar::setSelection(const TimeSelection &selection)
{
    const QSignalBlocker blocker(m_length);
    const int index = m_length->findData(static_cast<qint64>(selection.lengthMs()));
    m_length->setCurrentIndex(index);
    m_pause->setChecked(!selection.live());
    m_pause->setText(selection.live() ? tr("Pause") : tr("Resume"));
    m_back->setEnabled(selection.canGoBack());
}

} // namespace sightglass
