return Cake.Frosting.ChartRelease.ChartReleaseProgram.Run(args);
