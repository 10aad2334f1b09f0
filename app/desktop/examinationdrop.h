// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace sightglass {

/// Takes texts and files that are dropped anywhere on a window, to be examined. YAML files are left alone:
/// they are configuration.
class ExaminationDrop : public QObject
{
    Q_OBJECT

public:
    explicit ExaminationDrop(QWidget *window);

signals:
    void textDropped(const QString &text);
    void fileDropped(const QString &fileName);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QMimeData &data);
};

} // namespace sightglass
