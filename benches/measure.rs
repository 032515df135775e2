//! Times, and a table of them.

use std::time::{Duration, Instant};

/// The median time of so many runs. Each works on what `prepare` makes for it, whose time does not
/// count.
pub(crate) fn median<T>(
    runs: usize,
    mut prepare: impl FnMut() -> T,
    mut run: impl FnMut(&mut T),
) -> Duration {
    let mut times: Vec<Duration> = Vec::with_capacity(runs);
    for _ in 0..runs {
        let mut prepared = prepare();
        let start = Instant::now();
        run(&mut prepared);
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2]
}

/// Times in rows and columns; behind each row, how many times the one column is the other.
pub(crate) struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<Duration>)>,
    ratio: (usize, usize),
}

impl Table {
    /// An empty table, whose last column says how many times `ratio.0` is `ratio.1`.
    pub(crate) fn new(title: &str, columns: &[String], ratio: (usize, usize)) -> Table {
        Table {
            title: title.to_owned(),
            columns: columns.to_vec(),
            rows: Vec::new(),
            ratio,
        }
    }

    /// Adds one.
    pub(crate) fn row(&mut self, name: &str, times: Vec<Duration>) {
        self.rows.push((name.to_owned(), times));
    }

    pub(crate) fn print(&self) {
        let (of, to) = self.ratio;
        print!("\n{:<44}", self.title);
        for column in &self.columns {
            print!("{column:>12}");
        }
        println!(
            "{:>16}",
            format!("{} : {}", self.columns[of], self.columns[to])
        );
        for (name, times) in &self.rows {
            print!("{name:<44}");
            for time in times {
                print!("{:>12}", format!("{:.2} ms", time.as_secs_f64() * 1000.0));
            }
            println!(
                "{:>16.2}",
                times[of].as_secs_f64() / times[to].as_secs_f64()
            );
        }
    }
}
