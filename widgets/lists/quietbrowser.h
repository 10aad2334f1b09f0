// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace sightglass {

/// Shows formatted text that others wrote: loads nothing from network or disk, goes nowhere by itself, and
/// tells of links that may be opened.
class QuietBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit QuietBrowser(QWidget *parent = nullptr);

    /// Nothing, whatever is asked for.
    QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// An absolute http, https or mailto address was clicked.
    void linkActivated(const QUrl &url);

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
};

} // namespace sightglass
