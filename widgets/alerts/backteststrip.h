// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/backtest.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

namespace sightglass {

/// When a rule would have been pending (half as high) and firing, over the time on screen, with how often
/// behind it. Its left and right edges lie where a chart's above it do.
class BackTestStrip : public QWidget
{
    Q_OBJECT

public:
    explicit BackTestStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    /// Room beside the time, as the chart above has it.
    void setMargins(int left, int right);
    /// Whether the times are written below.
    void setAxisShown(bool shown);
    void setBackTest(const BackTest &test);
    /// Says why there is none.
    void setMessage(const QString &message);
    [[nodiscard]] const BackTest &shown() const noexcept { return m_test; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int barHeight() const;

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    BackTest m_test;
    QString m_message;
    int m_left = 8;
    int m_right = 8;
    bool m_axis = true;
};

} // namespace sightglass
