// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace sightglass {

class TimeSelection;

/// Chooses what time all panels show: how long back, pause, back out of a zoom.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    /// Shows this selection without emitting anything.
    void setSelection(const TimeSelection &selection);

signals:
    void lengthChosen(qint64 milliseconds);
    void pauseToggled(bool paused);
    void zoomOutRequested();

private:
    QComboBox *m_length;
    QToolButton *m_pause;
    QToolButton *m_back;
};

} // namespace sightglass
